using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>
/// A role's permissions boundary: a policy that allows nothing by itself, but without whose Allow nothing that the role's own policies, or a resource's policy
/// that names the role, allow takes effect.
/// </summary>
/// <param name="Name">The policy, for messages.</param>
/// <param name="Guard">The paths on which it bounds the role.</param>
/// <param name="Statements">Its statements, in force on the paths of <paramref name="Guard"/> at most.</param>
/// <param name="MaybeMore">The paths on which it may have others.</param>
/// <param name="Origin">Where it was set, for the caller.</param>
internal sealed record PermissionsBoundary(string Name, Guard Guard, ImmutableArray<PlacedStatement> Statements, Guard MaybeMore, object? Origin)
{
    /// <summary>What is left of a decision under these boundaries, of which at most one is in force on a path.</summary>
    public static IamDecision Limit(IamDecision decision, IamRequest request, ImmutableArray<PermissionsBoundary> boundaries) =>
        boundaries.IsEmpty ? decision : LimitAll(decision, request, boundaries);

    private static IamDecision LimitAll(IamDecision decision, IamRequest request, ImmutableArray<PermissionsBoundary> boundaries) =>
        boundaries.Aggregate(decision, (before, boundary) => boundary.Limit(before, request));

    private IamDecision Limit(IamDecision decision, IamRequest request)
    {
        var own = Verdict.Of(Statements, request, PolicyEvaluator.Matches, MaybeMore);
        var refused = Guard & own.Missing;
        var granted = decision.Granted & (!Guard | own.Granted);
        var missing = decision.Missing | refused;
        var stopped = decision.Granted & refused;
        return new(granted, missing, !(granted | missing), stopped.IsFeasible ? decision.NearMisses.Insert(0, Miss(request, stopped)) : decision.NearMisses);
    }

    private NearMiss Miss(IamRequest request, Guard stopped)
    {
        var statement = Statements.FirstOrDefault(s => !s.Statement.IsAllow && PolicyEvaluator.Matches(s.Statement, request) == Ternary.Yes)
            ?? new PlacedStatement(PolicyStatement.Deny(TemplateList.Of(request.Action), TemplateList.Of(request.Resource)), stopped, Origin);
        return new(statement, MissReason.Boundary, $"the permissions boundary '{Name}' does not allow it");
    }
}
