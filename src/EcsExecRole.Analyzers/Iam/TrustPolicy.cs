using EcsExecRole.Analyzers.Iam.Matching;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>A role's trust policy: who may assume it.</summary>
internal static class TrustPolicy
{
    public const string EcsTasks = "ecs-tasks.amazonaws.com";

    public const string AssumeRole = "sts:AssumeRole";

    private static readonly IamRequest AssumeRoleRequest = NewRequest(AssumeRole);

    /// <summary>Whether the statement, be it Allow or Deny, applies when <paramref name="service"/> asks for <paramref name="action"/>.</summary>
    public static Ternary AllowsService(PolicyStatement statement, string service = EcsTasks, string action = AssumeRole)
    {
        var request = Request(action);
        return StatementMatcher.Action(statement, request)
            .And(NamesService(statement, service))
            .And(ConditionEvaluator.Holds(statement, request));
    }

    /// <summary>The paths on which <paramref name="service"/> may assume the role.</summary>
    /// <param name="maybeMore">The paths on which the policy may have statements that are not among <paramref name="statements"/>.</param>
    public static IamDecision Decide(
        ImmutableArray<PlacedStatement> statements, Guard maybeMore, string service = EcsTasks, string action = AssumeRole)
    {
        var verdict = Verdict.Of(statements, (service, action), static (s, asked) => AllowsService(s, asked.service, asked.action), maybeMore);
        return verdict.ToDecision(verdict.Missing.IsNever ? [] : NearMisses(statements, service, action, verdict.Missing));
    }

    private static Ternary NamesService(PolicyStatement statement, string service)
    {
        if (statement.NotPrincipals is not null || statement.Principals is not { } principals)
        {
            // NotPrincipal is rare and IAM's reading of it subtle.
            return Ternary.Unknown;
        }

        // IAM does not document whether "*" includes services; nor are regional forms of a service's name certain.
        var named = principals.Anyone || principals.MayHaveMore || principals.Services.MayHaveMore ? Ternary.Unknown : Ternary.No;
        foreach (var item in principals.Services.Items)
        {
            named = named.Or(TemplateMatcher.Equal(item, service)).Or(IsFormOf(item, service) ? Ternary.Unknown : Ternary.No);
        }

        return named;
    }

    /// <summary>Whether the name may be another form of the service's: <c>ecs-tasks.eu-west-1.amazonaws.com</c>, <c>….amazonaws.com.cn</c>, <c>*</c>.</summary>
    private static bool IsFormOf(Template name, string service)
    {
        var stem = service.Substring(0, service.IndexOf('.') + 1);
        return name.Prefix.StartsWith(stem, StringComparison.Ordinal) || name.Literal == "*";
    }

    private static IamRequest Request(string action) => action == AssumeRole ? AssumeRoleRequest : NewRequest(action);

    private static IamRequest NewRequest(string action)
    {
        // ECS passes the task's ARN and account on, so that a trust policy may restrict whose tasks use the role.
        var task = Template.Concat(
            "arn:", Template.Of(new Hole("trust/partition", HoleKind.Partition, "AWS::Partition")),
            ":ecs:", Template.Of(new Hole("trust/region", HoleKind.Region, "AWS::Region")),
            ":", Template.Of(new Hole("trust/account", HoleKind.Account, "AWS::AccountId")),
            ":", Template.Of(new Hole("trust/task", HoleKind.Any, "task")));
        var account = Template.Of(new Hole("trust/account", HoleKind.Account, "AWS::AccountId"));
        return new(action, EcsActions.AnyResource, ImmutableDictionary<string, TemplateList>.Empty
            .Add("aws:SourceArn", TemplateList.Of(task))
            .Add("aws:SourceAccount", TemplateList.Of(account)));
    }

    private static ImmutableArray<NearMiss> NearMisses(
        IEnumerable<PlacedStatement> statements, string service, string action, Guard missing)
    {
        var misses = new List<NearMiss>();
        var request = Request(action);
        foreach (var placed in statements)
        {
            var statement = placed.Statement;
            var applies = AllowsService(statement, service, action);
            if (statement.EffectUnknown)
            {
                continue;
            }

            if (!statement.IsAllow)
            {
                if (applies == Ternary.Yes && !(placed.Guard & missing).IsNever)
                {
                    misses.Add(new(placed, MissReason.Deny, $"a statement denies {action} to {service}"));
                }
            }
            else if (applies == Ternary.Yes)
            {
                misses.Add(new(placed, MissReason.OtherPath, $"{service} may assume the role only when {placed.Guard}"));
            }
            else if (applies == Ternary.No && Explain(placed, service, action, request) is { } miss)
            {
                misses.Add(miss);
            }
        }

        return NearMissFinder.Rank(misses);
    }

    private static NearMiss? Explain(PlacedStatement placed, string service, string action, IamRequest request)
    {
        var statement = placed.Statement;
        if (NamesService(statement, service) == Ternary.No)
        {
            return statement.Principals is { } principals && principals.Services.Items.Concat(principals.Aws.Items).FirstOrDefault() is { } other
                ? new(placed, MissReason.OtherPrincipal, $"{other} is not {service}")
                : null;
        }

        return StatementMatcher.Action(statement, request) == Ternary.No
            ? new(placed, MissReason.WrongAction, $"{service} is not allowed {action}")
            : new(placed, MissReason.Condition, ConditionEvaluator.FirstUnmet(statement, request) is { } unmet
                ? $"the condition on {unmet.Key} can not be met"
                : "a condition can not be met");
    }
}
