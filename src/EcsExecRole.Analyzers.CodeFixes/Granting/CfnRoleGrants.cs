namespace EcsExecRole.Analyzers.CodeFixes;

internal static class CfnRoleGrants
{
    public static FixPlan? Plan(Problem problem) => null;
}
