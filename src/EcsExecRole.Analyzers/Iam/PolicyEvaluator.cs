using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>IAM's evaluation of a role's identity-based policies: something has to allow, and nothing may deny.</summary>
internal static class PolicyEvaluator
{
    /// <param name="maybeMore">The paths on which the role may have statements that are not among <paramref name="statements"/>.</param>
    public static IamDecision Decide(IamRequest request, ImmutableArray<PlacedStatement> statements, Guard maybeMore)
    {
        var verdict = Verdict.Of(statements, request, Matches, maybeMore);
        return verdict.ToDecision(verdict.Missing.IsNever ? [] : NearMissFinder.Find(request, statements, verdict.Missing));
    }

    /// <summary>Whether the statement, be it Allow or Deny, applies to the request.</summary>
    public static Ternary Matches(PolicyStatement statement, IamRequest request) =>
        StatementMatcher.Action(statement, request) is var action && action == Ternary.No ? Ternary.No
        : StatementMatcher.Resource(statement, request) is var resource && resource == Ternary.No ? Ternary.No
        : action.And(resource).And(ConditionEvaluator.Holds(statement, request));
}
