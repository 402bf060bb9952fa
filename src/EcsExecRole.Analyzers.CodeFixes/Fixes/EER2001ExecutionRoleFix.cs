using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// EER2001: a complete execution role, which ECS may assume and which allows just what the task definition needs. It is made in front of the task definition, or by CDK
/// (<c>ObtainExecutionRole()</c>).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EER2001ExecutionRoleFix)), Shared]
public sealed class EER2001ExecutionRoleFix() : ExecutionRoleFix(Descriptors.NoRoleId)
{
    private protected override IEnumerable<FixPlan> Plans(Problem problem)
    {
        // Whoever overrides the template's role takes that of any fix away as well.
        if (RoleFinder.IsOverridden(problem))
        {
            return [];
        }

        var own = Own(problem);
        var made = MadeByCdk(problem);
        var managed = WithManagedPolicy(problem);
        var plans = FixStyle.Of(problem.Origin) == FixStyle.ManagedPolicy ? new[] { managed, own, made } : [own, made, managed];
        return plans.OfType<FixPlan>();
    }

    private static FixPlan? Own(Problem problem) =>
        NewRole.For(problem.Origin) is { } role && MissingGrants.Edits(problem.Needs.Select(n => n with { NewRole = role, RoleKind = "Created" })) is { } grants
            ? new("EER2001_ExecutionRole", "Add an execution role with what the task definition needs", [.. role.Edits, .. grants])
            : null;

    private static FixPlan? MadeByCdk(Problem problem)
    {
        // Without a need of its own, the role is just asked for.
        if (problem.Needs.IsEmpty)
        {
            return Site.Beside(problem.Origin).SelectMany(site => RoleFinder.At(problem, site), (site, role) => (site, role)).FirstOrDefault(p => p.role.Form == RoleForm.TaskDefinition) is { role: { } definition, site: var beside }
                ? new("EER2001_ObtainExecutionRole", "Let CDK make the execution role", [.. definition.Edits, new InsertEdit(beside, new PlainStatement(definition.Grantable + ";"))])
                : null;
        }

        return MissingGrants.Edits(problem.Needs.Select(n => n with { RoleKind = "AutoCreated" })) is { } grants
            ? new("EER2001_ObtainExecutionRole", "Let CDK make the execution role, and grant it what the task definition needs", grants)
            : null;
    }

    /// <summary>For what AmazonECSTaskExecutionRolePolicy covers: images and logs. The rest is granted as usual.</summary>
    private static FixPlan? WithManagedPolicy(Problem problem)
    {
        var rest = problem.Needs.Where(n => !GrantPlanner.IsInManagedPolicy(n)).ToList();
        return rest.Count < problem.Needs.Length && NewRole.For(problem.Origin, managedPolicy: true) is { } role && MissingGrants.Edits(rest.Select(n => n with { NewRole = role, RoleKind = "Created" })) is { } grants
            ? new("EER2001_ManagedPolicy", "Add an execution role with AmazonECSTaskExecutionRolePolicy", [.. role.Edits, .. grants])
            : null;
    }
}
