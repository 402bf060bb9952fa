using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// Turns a statement whose items are there on some paths only into statements that each hold on all of their paths: the guards of the answer to "is it allowed?"
/// are then exact.
/// </summary>
internal static class StatementSplitter
{
    /// <summary>More parts than this are not told apart: what is there on some paths of a part may then be there.</summary>
    private const int MaxParts = 16;

    /// <param name="node">The statement.</param>
    /// <param name="guard">The paths on which it is attached.</param>
    /// <param name="stack">The stack whose template it is in; null where that is not known.</param>
    public static IEnumerable<(PolicyStatement Statement, Guard Guard)> Split(StatementNode node, Guard guard, StackNode? stack)
    {
        var parts = new List<Guard> { guard };
        foreach (var condition in GuardsOf(node))
        {
            for (var i = parts.Count - 1; i >= 0 && parts.Count < MaxParts; i--)
            {
                var within = parts[i] & condition;
                var rest = parts[i].Except(condition);
                if (within.IsFeasible && rest.IsFeasible)
                {
                    parts[i] = within;
                    parts.Add(rest);
                }
            }
        }

        return parts.Where(p => p.IsFeasible).Select(p => (Build(node, p, stack), p));
    }

    private static HashSet<Guard> GuardsOf(StatementNode node)
    {
        var guards = new HashSet<Guard>(new[] { node.Actions, node.NotActions, node.Resources, node.NotResources, node.Services, node.AwsPrincipals }
            .SelectMany(l => l.Items.Select(i => i.Guard).Append(l.MayHaveMore)));
        guards.UnionWith(node.Conditions.Select(c => c.Guard));
        guards.UnionWith(node.Effect.Alternatives.Select(a => a.Guard));
        guards.UnionWith([node.ConditionsUnknown, node.PrincipalsUnknown, node.Escaped]);
        guards.Remove(Guard.Always);
        guards.Remove(Guard.Never);
        return guards;
    }

    private static PolicyStatement Build(StatementNode node, Guard part, StackNode? stack)
    {
        var escaped = (node.Escaped & part).IsFeasible;
        var isAllow = IsAllow(ChoiceValue.On(part, node.Effect));
        var conditions = node.Conditions.Where(c => part.Implies(c.Guard)).Select(c => Localize(c.Condition, stack));
        var mayHaveConditions = node.Conditions.Any(c => (c.Guard & part).IsFeasible && !part.Implies(c.Guard));
        var notActions = List(node.NotActions, orNull: true);
        var notResources = List(node.NotResources, orNull: true);
        return new()
        {
            IsAllow = isAllow != Ternary.No,
            EffectUnknown = escaped || isAllow == Ternary.Unknown,
            Actions = List(node.Actions, orNull: notActions is not null),
            NotActions = List(node.Actions, orNull: true) is null ? notActions : null,
            Resources = List(node.Resources, orNull: true),
            NotResources = List(node.Resources, orNull: true) is null ? notResources : null,
            Conditions = [.. conditions],
            ConditionsUnknown = escaped || mayHaveConditions || (node.ConditionsUnknown & part).IsFeasible,
            Principals = PrincipalsOf(node, part, escaped),
        };

        TemplateList? List(GuardedTexts texts, bool orNull)
        {
            var list = PolicyTexts.On(texts, part);
            list = new([.. list.Items.Select(t => stack?.Localize(t) ?? t)], list.MayHaveMore || escaped);
            return list.IsEmpty && orNull ? null : list;
        }
    }

    private static PolicyPrincipals PrincipalsOf(StatementNode node, Guard part, bool escaped)
    {
        var aws = PolicyTexts.On(node.AwsPrincipals, part);
        return new(
            PolicyTexts.On(node.Services, part),
            aws,
            aws.Items.Any(a => a.Literal == "*"),
            escaped || (node.PrincipalsUnknown & part).IsFeasible);
    }

    private static PolicyCondition Localize(PolicyCondition condition, StackNode? stack) => stack is null
        ? condition
        : condition with { Values = new([.. condition.Values.Items.Select(stack.Localize)], condition.Values.MayHaveMore) };

    /// <summary>Allow, where nothing is said: CDK's default.</summary>
    private static Ternary IsAllow(Value effect) => effect switch
    {
        { IsNull: true } => Ternary.Yes,
        ConstantValue { EnumMember: { } member } => Is(member),
        ConstantValue { Content: string text } => Is(text),
        _ => Ternary.Unknown,
    };

    private static Ternary Is(string effect) => string.Equals(effect, "Allow", StringComparison.OrdinalIgnoreCase) ? Ternary.Yes
        : string.Equals(effect, "Deny", StringComparison.OrdinalIgnoreCase) ? Ternary.No
        : Ternary.Unknown;
}
