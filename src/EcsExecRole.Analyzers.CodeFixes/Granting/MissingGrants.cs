using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>The grants for all that a diagnostic lists as needed, as the rules for the single permissions would write them.</summary>
internal static class MissingGrants
{
    public static FixPlan? Plan(Problem problem) =>
        problem.Needs.Length > 0 && Edits(problem.Needs) is { } edits ? new(problem.Rule + "_Grant", GrantPlanner.Title(problem.Permissions), edits) : null;

    /// <summary>Null where one can't be granted: what is left half done starts no task.</summary>
    public static ImmutableArray<Edit>? Edits(IEnumerable<Problem> needs)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        foreach (var need in needs)
        {
            if (GrantPlanner.Plans(need with { Names = need.Names.With(edits) }).FirstOrDefault() is not { } plan)
            {
                return null;
            }

            edits.AddRange(plan.Edits.Where(e => !edits.Contains(e)));
        }

        return edits.ToImmutable();
    }
}
