namespace EcsExecRole.Analyzers.Iam;

/// <summary>AWS managed policies of which only the path is known, which is what gets forgotten.</summary>
internal static class ManagedPolicyNames
{
    public static ImmutableArray<ManagedPolicy> All { get; } = [];
}
