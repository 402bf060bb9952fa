using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>IAM's evaluation of a role's identity-based policies: something has to allow, and nothing may deny.</summary>
internal static class PolicyEvaluator
{
    /// <param name="maybeMore">The paths on which the role may have statements that are not among <paramref name="statements"/>.</param>
    public static IamDecision Decide(IamRequest request, IEnumerable<PlacedStatement> statements, Guard maybeMore)
    {
        var placed = statements as IReadOnlyCollection<PlacedStatement> ?? [.. statements];
        var verdict = Verdict.Of(placed, s => Matches(s, request), maybeMore);
        return verdict.ToDecision(verdict.Missing.IsNever ? [] : NearMissFinder.Find(request, placed, verdict.Missing));
    }

    /// <summary>Whether the statement, be it Allow or Deny, applies to the request.</summary>
    public static Ternary Matches(PolicyStatement statement, IamRequest request) =>
        StatementMatcher.Action(statement, request) is var action && action == Ternary.No ? Ternary.No
        : StatementMatcher.Resource(statement, request) is var resource && resource == Ternary.No ? Ternary.No
        : action.And(resource).And(ConditionEvaluator.Holds(statement, request));
}
