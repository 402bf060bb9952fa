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
        var conditions = GuardsOf(node);
        if (conditions is null)
        {
            return guard.IsFeasible ? [(Build(node, guard, stack), guard)] : [];
        }

        var parts = new List<Guard> { guard };
        foreach (var condition in conditions)
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

        return Build(node, parts, stack);
    }

    private static IEnumerable<(PolicyStatement Statement, Guard Guard)> Build(StatementNode node, List<Guard> parts, StackNode? stack)
    {
        foreach (var part in parts)
        {
            if (part.IsFeasible)
            {
                yield return (Build(node, part, stack), part);
            }
        }
    }

    /// <summary>The guards that tell parts of the statement apart; null for none.</summary>
    private static List<Guard>? GuardsOf(StatementNode node)
    {
        List<Guard>? guards = null;
        AddAll(node.Actions);
        AddAll(node.NotActions);
        AddAll(node.Resources);
        AddAll(node.NotResources);
        AddAll(node.Services);
        AddAll(node.AwsPrincipals);
        foreach (var (guard, _) in node.Conditions)
        {
            Add(guard);
        }

        foreach (var alternative in node.Effect.Alternatives)
        {
            Add(alternative.Guard);
        }

        Add(node.ConditionsUnknown);
        Add(node.PrincipalsUnknown);
        Add(node.Escaped);
        return guards;

        void AddAll(GuardedTexts texts)
        {
            for (var i = 0; i < texts.Count; i++)
            {
                Add(texts[i].Guard);
            }

            Add(texts.MayHaveMore);
        }

        void Add(Guard guard)
        {
            if (guard is { IsAlways: false, IsNever: false } && guards?.Contains(guard) != true)
            {
                (guards ??= []).Add(guard);
            }
        }
    }

    private static PolicyStatement Build(StatementNode node, Guard part, StackNode? stack)
    {
        var escaped = (node.Escaped & part).IsFeasible;
        var isAllow = IsAllow(ChoiceValue.On(part, node.Effect));
        var conditions = ConditionsOn(node, part, stack, out var mayHaveConditions);
        var actions = List(node.Actions);
        var notActions = List(node.NotActions);
        var resources = List(node.Resources);
        return new()
        {
            IsAllow = isAllow != Ternary.No,
            EffectUnknown = escaped || isAllow == Ternary.Unknown,
            Actions = actions ?? (notActions is null ? TemplateList.Empty : null),
            NotActions = actions is null ? notActions : null,
            Resources = resources,
            NotResources = resources is null ? List(node.NotResources) : null,
            Conditions = conditions,
            ConditionsUnknown = escaped || mayHaveConditions || (node.ConditionsUnknown & part).IsFeasible,
            Principals = PrincipalsOf(node, part, escaped),
        };

        // Null for none.
        TemplateList? List(GuardedTexts texts)
        {
            var list = PolicyTexts.On(texts, part);
            if (list.IsEmpty && !escaped)
            {
                return null;
            }

            var items = stack is null ? list.Items : Localize(list.Items, stack);
            return items == list.Items && list.MayHaveMore == (list.MayHaveMore || escaped) ? list : new(items, list.MayHaveMore || escaped);
        }
    }

    private static ImmutableArray<PolicyCondition> ConditionsOn(StatementNode node, Guard part, StackNode? stack, out bool mayHaveMore)
    {
        mayHaveMore = false;
        if (node.Conditions.Count == 0)
        {
            return [];
        }

        var conditions = ImmutableArray.CreateBuilder<PolicyCondition>(node.Conditions.Count);
        foreach (var (guard, condition) in node.Conditions)
        {
            if (part.Implies(guard))
            {
                conditions.Add(Localize(condition, stack));
            }
            else
            {
                mayHaveMore |= (guard & part).IsFeasible;
            }
        }

        return conditions.ToImmutable();
    }

    /// <summary>The texts as the stack's template has them; the same array where none is another there.</summary>
    private static ImmutableArray<Template> Localize(ImmutableArray<Template> texts, StackNode stack)
    {
        ImmutableArray<Template>.Builder? changed = null;
        for (var i = 0; i < texts.Length; i++)
        {
            if (stack.Localize(texts[i]) is var localized && !ReferenceEquals(localized, texts[i]))
            {
                (changed ??= texts.ToBuilder())[i] = localized;
            }
        }

        return changed?.MoveToImmutable() ?? texts;
    }

    private static PolicyPrincipals PrincipalsOf(StatementNode node, Guard part, bool escaped)
    {
        if (!escaped && node.AwsPrincipals.IsEmpty && node.Services.IsEmpty && node.PrincipalsUnknown.IsNever)
        {
            return PolicyPrincipals.None;
        }

        var aws = PolicyTexts.On(node.AwsPrincipals, part);
        return new(
            PolicyTexts.On(node.Services, part),
            aws,
            !aws.Items.IsEmpty && aws.Items.Any(a => a.Literal == "*"),
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
