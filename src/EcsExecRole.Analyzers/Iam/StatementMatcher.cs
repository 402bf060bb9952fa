using EcsExecRole.Analyzers.Iam.Matching;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>Whether a statement's actions and resources cover those of a request.</summary>
internal static class StatementMatcher
{
    private const MatchSyntax ActionSyntax = MatchSyntax.Wildcards | MatchSyntax.IgnoreCase;

    public static Ternary Action(PolicyStatement statement, IamRequest request) =>
        statement.Actions is { } actions ? AnyAction(actions, request)
        : statement.NotActions is { } others ? AnyAction(others, request).Not()
        : Ternary.Unknown;

    public static Ternary Action(Template pattern, IamRequest request) => TemplateMatcher.Match(pattern, request.ActionTemplate, ActionSyntax);

    /// <summary>Whether the statement's resources cover the request's. Without any it is not valid in a role's policy, and the answer is open.</summary>
    public static Ternary Resource(PolicyStatement statement, IamRequest request) =>
        statement.Resources is { } resources ? AnyResource(resources, request)
        : statement.NotResources is { } others ? AnyResource(others, request).Not()
        : Ternary.Unknown;

    public static Ternary Resource(Template pattern, IamRequest request)
    {
        var covers = TemplateMatcher.Covers(pattern, request.Resource);

        // CloudWatch Logs asks IAM about "log-group:NAME:log-stream:" although its reference documents the group's own ARN: either form allows it.
        return covers != Ternary.Yes && EcsActions.Same(request.Action, EcsActions.CreateLogGroup)
            ? covers.Or(TemplateMatcher.Covers(pattern, request.Resource + ":log-stream:"))
            : covers;
    }

    private static Ternary AnyAction(TemplateList actions, IamRequest request)
    {
        var any = actions.MayHaveMore ? Ternary.Unknown : Ternary.No;
        for (var i = 0; i < actions.Items.Length && any != Ternary.Yes; i++)
        {
            any = any.Or(Action(actions.Items[i], request));
        }

        return any;
    }

    private static Ternary AnyResource(TemplateList resources, IamRequest request)
    {
        var any = resources.MayHaveMore ? Ternary.Unknown : Ternary.No;
        for (var i = 0; i < resources.Items.Length && any != Ternary.Yes; i++)
        {
            any = any.Or(Resource(resources.Items[i], request));
        }

        return any;
    }
}
