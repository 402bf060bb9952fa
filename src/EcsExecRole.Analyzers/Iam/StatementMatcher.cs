using EcsExecRole.Analyzers.Iam.Matching;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>Whether a statement's actions and resources cover those of a request.</summary>
internal static class StatementMatcher
{
    private const MatchSyntax ActionSyntax = MatchSyntax.Wildcards | MatchSyntax.IgnoreCase;

    public static Ternary Action(PolicyStatement statement, IamRequest request) =>
        statement.Actions is { } actions ? Any(actions, a => Action(a, request))
        : statement.NotActions is { } others ? Any(others, a => Action(a, request)).Not()
        : Ternary.Unknown;

    public static Ternary Action(Template pattern, IamRequest request) => TemplateMatcher.Match(pattern, request.ActionTemplate, ActionSyntax);

    /// <summary>Whether the statement's resources cover the request's. Without any it is not valid in a role's policy, and the answer is open.</summary>
    public static Ternary Resource(PolicyStatement statement, IamRequest request) =>
        statement.Resources is { } resources ? Any(resources, r => Resource(r, request))
        : statement.NotResources is { } others ? Any(others, r => Resource(r, request)).Not()
        : Ternary.Unknown;

    public static Ternary Resource(Template pattern, IamRequest request)
    {
        var covers = TemplateMatcher.Covers(pattern, request.Resource);

        // CloudWatch Logs asks IAM about "log-group:NAME:log-stream:" although its reference documents the group's own ARN: either form allows it.
        return covers != Ternary.Yes && EcsActions.Same(request.Action, EcsActions.CreateLogGroup)
            ? covers.Or(TemplateMatcher.Covers(pattern, request.Resource + ":log-stream:"))
            : covers;
    }

    private static Ternary Any(TemplateList list, Func<Template, Ternary> matches)
    {
        var any = list.MayHaveMore ? Ternary.Unknown : Ternary.No;
        foreach (var item in list.Items)
        {
            if (any == Ternary.Yes)
            {
                break;
            }

            any = any.Or(matches(item));
        }

        return any;
    }
}
