using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>From values of the program to principals of a policy.</summary>
internal static class PrincipalReader
{
    public const string AssumeRole = "sts:AssumeRole";

    private static readonly ImmutableArray<string> Assume = [AssumeRole];

    /// <summary>The principals that a value stands for, on the paths of the call. Conditions of a principal are read when it is used, as CDK does.</summary>
    public static IEnumerable<PrincipalPart> PartsOf(Call call, Value principal)
    {
        foreach (var (value, guard) in call.Each(principal))
        {
            switch (value)
            {
                case { IsNull: true }:
                    break;
                case ObjectValue { Payload: PrincipalNode node }:
                    foreach (var part in node.Parts)
                    {
                        yield return part with { Guard = part.Guard & guard };
                    }

                    break;
                case ObjectValue { Payload: RoleNode role }:
                    yield return Part(guard, PrincipalType.Aws, role.Arn ?? Text.Generated(role.Key + ".Arn", role.Name));
                    break;
                default:
                    yield return Part(guard, PrincipalType.Unknown, Template.Empty);
                    break;
            }
        }
    }

    public static PrincipalPart Part(Guard guard, PrincipalType type, Template name, params string[] actions) =>
        new(guard, type, name, actions.Length == 0 ? Assume : [.. actions], [], Guard.Never);

    /// <summary>
    /// A service principal. A name without a dot (<c>ecs-tasks</c>) is completed or not by a feature flag, and one with a region may get the region's name.
    /// </summary>
    public static PrincipalPart Service(Call call, Value service, Value options)
    {
        if (Text.Of(service) is not { } name)
        {
            return Part(call.Guard, PrincipalType.Unknown, Template.Empty);
        }

        if (name.Literal is { } literal && literal.IndexOf('.') < 0)
        {
            name += Template.Of(new Hole("suffix of " + literal, HoleKind.Any, "suffix"));
        }
        else if (name.Literal is { } full && !call.Get(options, "Region").IsNull)
        {
            name = full.Substring(0, full.IndexOf('.') + 1) + Template.Of(new Hole("rest of " + full, HoleKind.Any, "region"));
        }

        return WithConditions(call, Part(call.Guard, PrincipalType.Service, name), call.Get(options, "Conditions"));
    }

    public static PrincipalPart Aws(Call call, Value arn) =>
        Text.Of(arn) is { } name ? Part(call.Guard, PrincipalType.Aws, name) : Part(call.Guard, PrincipalType.Unknown, Template.Empty);

    public static PrincipalPart Account(Call call, Value account) =>
        Part(call.Guard, PrincipalType.Aws, Template.Concat("arn:", StackNode.Partition, ":iam::", Text.Of(account) ?? Template.Empty, ":root"));

    /// <summary>The principal with further conditions; the same operator's on the same key is replaced.</summary>
    public static PrincipalPart WithConditions(Call call, PrincipalPart part, Value conditions)
    {
        var added = PolicyTexts.Conditions(call, conditions, out var unknown);
        var kept = part.Conditions.Select(c => (c.Guard.Except(Replaced(c.Condition)), c.Condition));
        return part with { Conditions = [.. kept, .. added], ConditionsUnknown = part.ConditionsUnknown | unknown };

        Guard Replaced(PolicyCondition old) => added.Where(a => a.Condition.Operator == old.Operator && a.Condition.Key == old.Key).Aggregate(Guard.Never, (all, a) => all | a.Guard);
    }

    public static void AddTo(StatementNode statement, PrincipalPart part)
    {
        switch (part.Type)
        {
            case PrincipalType.Service:
                statement.Services.Add(part.Guard, part.Name);
                break;
            case PrincipalType.Aws:
                statement.AwsPrincipals.Add(part.Guard, part.Name);
                break;
            case PrincipalType.Unknown:
                statement.PrincipalsUnknown |= part.Guard;
                statement.ConditionsUnknown |= part.Guard;
                break;
        }

        foreach (var (guard, condition) in part.Conditions)
        {
            Statements.AddCondition(statement, guard & part.Guard, condition);
        }

        statement.ConditionsUnknown |= part.ConditionsUnknown & part.Guard;
    }

    /// <summary>The statement of a trust policy that lets a principal assume the role.</summary>
    public static StatementNode Trust(Call call, PrincipalPart part)
    {
        var statement = new StatementNode(call.Evaluator.NewKey("trust"), call.Site.Operation, part.Guard);
        foreach (var action in part.Actions)
        {
            statement.Actions.Add(part.Guard, action);
        }

        statement.Actions.MayHaveMore |= part.Type == PrincipalType.Unknown ? part.Guard : Guard.Never;
        AddTo(statement, part);
        return statement;
    }
}
