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

    /// <param name="matches">Whether a statement applies to the question; asked once of each that is in force anywhere.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="maybeMore">The paths on which there may be statements that were not seen.</param>
    public static Verdict Of<T>(ImmutableArray<PlacedStatement> statements, T question, Func<PolicyStatement, T, Ternary> matches, Guard maybeMore)
    {
        var (allowYes, allowMaybe, denyYes, denyMaybe) = (Guard.Never, maybeMore, Guard.Never, Guard.Never);
        foreach (var placed in statements)
        {
            var (statement, guard) = (placed.Statement, placed.Guard);
            if (guard.IsNever || matches(statement, question) is var match && match == Ternary.No)
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
