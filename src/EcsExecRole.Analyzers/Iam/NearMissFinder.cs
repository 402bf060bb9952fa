using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>Finds the statements that almost allow what is missing.</summary>
internal static class NearMissFinder
{
    /// <summary>More would not help a reader.</summary>
    private const int Limit = 3;

    /// <param name="missing">The paths on which the request is certainly not allowed.</param>
    public static ImmutableArray<NearMiss> Find(IamRequest request, IEnumerable<PlacedStatement> statements, Guard missing)
    {
        var misses = new List<NearMiss>();
        foreach (var placed in statements)
        {
            if (!placed.Statement.EffectUnknown && Explain(placed, request, missing) is { } miss)
            {
                misses.Add(miss);
            }
        }

        return Rank(misses);
    }

    /// <summary>The nearest first; of one reason the first written, and of one managed policy only the nearest statement.</summary>
    public static ImmutableArray<NearMiss> Rank(IEnumerable<NearMiss> misses)
    {
        var policies = new HashSet<string>();
        return [.. misses
            .OrderBy(m => m.Reason)
            .Where(m => m.Statement.ManagedPolicy is not { } policy || policies.Add(policy))
            .Take(Limit)];
    }

    private static NearMiss? Explain(PlacedStatement placed, IamRequest request, Guard missing)
    {
        var statement = placed.Statement;
        var matches = PolicyEvaluator.Matches(statement, request);
        var meets = (placed.Guard & missing).IsFeasible;
        if (!statement.IsAllow)
        {
            return matches == Ternary.Yes && meets ? new(placed, MissReason.Deny, $"a statement denies {request.Action}") : null;
        }

        if (matches == Ternary.Yes)
        {
            // Where it is in force and yet does not help, it is overridden: the Deny says so.
            return !missing.Except(placed.Guard).IsFeasible ? null : new(placed, MissReason.OtherPath, $"it is allowed only when {placed.Guard}");
        }

        if (matches == Ternary.Unknown || !meets)
        {
            return null;
        }

        if (StatementMatcher.Action(statement, request) == Ternary.No)
        {
            return ActionMiss.Explain(placed, request);
        }

        if (StatementMatcher.Resource(statement, request) == Ternary.No)
        {
            return ResourceMiss.Explain(placed, request);
        }

        return ConditionEvaluator.FirstUnmet(statement, request) is { } unmet
            ? new(placed, MissReason.Condition, $"its condition on {unmet.Key} can not be met")
            : null;
    }
}
