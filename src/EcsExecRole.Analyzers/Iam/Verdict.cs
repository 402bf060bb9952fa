using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>The paths on which some statements together allow, do not allow, or may allow.</summary>
internal readonly struct Verdict
{
    private Verdict(Guard granted, Guard missing)
    {
        Granted = granted;
        Missing = missing;
    }

    public Guard Granted { get; }

    public Guard Missing { get; }

    /// <param name="matches">Whether a statement applies; asked once of each that is in force anywhere.</param>
    /// <param name="maybeMore">The paths on which there may be statements that were not seen.</param>
    public static Verdict Of(IEnumerable<PlacedStatement> statements, Func<PolicyStatement, Ternary> matches, Guard maybeMore)
    {
        var (allowYes, allowMaybe, denyYes, denyMaybe) = (Guard.Never, maybeMore, Guard.Never, Guard.Never);
        foreach (var (statement, guard, _) in statements)
        {
            if (guard.IsNever || matches(statement) is var match && match == Ternary.No)
            {
                continue;
            }

            var certain = match == Ternary.Yes && !statement.EffectUnknown;
            if (statement.IsAllow || statement.EffectUnknown)
            {
                (allowYes, allowMaybe) = certain ? (allowYes | guard, allowMaybe) : (allowYes, allowMaybe | guard);
            }

            if (!statement.IsAllow || statement.EffectUnknown)
            {
                (denyYes, denyMaybe) = certain ? (denyYes | guard, denyMaybe) : (denyYes, denyMaybe | guard);
            }
        }

        return new(allowYes.Except(denyYes | denyMaybe), denyYes | !(allowYes | allowMaybe));
    }

    public IamDecision ToDecision(ImmutableArray<NearMiss> nearMisses) => new(Granted, Missing, !(Granted | Missing), nearMisses);
}
