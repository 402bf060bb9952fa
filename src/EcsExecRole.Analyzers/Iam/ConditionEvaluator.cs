using EcsExecRole.Analyzers.Iam.Matching;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>Whether a request meets a statement's conditions.</summary>
internal static class ConditionEvaluator
{
    /// <summary>
    /// Whether all conditions hold. Of an Allow, an undecided condition on a key that narrows a role as AWS recommends is taken to hold
    /// (<see cref="ConditionKeys.IsRestriction"/>); of a Deny nothing is taken for granted.
    /// </summary>
    public static Ternary Holds(PolicyStatement statement, IamRequest request)
    {
        var all = statement.ConditionsUnknown ? Ternary.Unknown : Ternary.Yes;
        foreach (var condition in statement.Conditions)
        {
            var holds = Holds(condition, request);
            var trusted = holds == Ternary.Unknown && statement.IsAllow && !statement.EffectUnknown && ConditionKeys.IsRestriction(condition.Key);
            all = all.And(trusted ? Ternary.Yes : holds);
        }

        return all;
    }

    /// <summary>The first condition that certainly does not hold.</summary>
    public static PolicyCondition? FirstUnmet(PolicyStatement statement, IamRequest request) =>
        statement.Conditions.FirstOrDefault(c => Holds(c, request) == Ternary.No);

    public static Ternary Holds(PolicyCondition condition, IamRequest request)
    {
        var op = ConditionOperator.Parse(condition.Operator);
        var absent = request.AbsentKeys.Contains(condition.Key);
        if (ConditionKeys.Values(request, condition.Key) is { } values)
        {
            return op.Comparison switch
            {
                ConditionComparison.Text => Compare(op, condition.Values, values),
                ConditionComparison.Null => AnyOf(condition.Values, "false", op.Syntax),
                _ => Ternary.Unknown,
            };
        }

        return !absent ? Ternary.Unknown
            : op.Comparison == ConditionComparison.Null ? AnyOf(condition.Values, "true", op.Syntax)
            : op.HoldsWhenAbsent.ToTernary();
    }

    private static Ternary Compare(ConditionOperator op, TemplateList wanted, TemplateList actual)
    {
        if (op.Quantifier == ConditionQuantifier.None)
        {
            return actual is { Items.Length: 1, MayHaveMore: false } ? One(actual.Items[0]) : Ternary.Unknown;
        }

        var results = actual.Items.Select(One).Concat(actual.MayHaveMore ? [Ternary.Unknown] : []);
        return op.Quantifier == ConditionQuantifier.ForAnyValue
            ? results.Aggregate(Ternary.No, (a, b) => a.Or(b))
            : results.Aggregate(Ternary.Yes, (a, b) => a.And(b));

        Ternary One(Template value) => AnyOf(wanted, value, op.Syntax) is var any && op.Negated ? any.Not() : any;
    }

    private static Ternary AnyOf(TemplateList wanted, Template value, MatchSyntax syntax) =>
        wanted.Items.Aggregate(wanted.MayHaveMore ? Ternary.Unknown : Ternary.No, (any, item) => any.Or(TemplateMatcher.Match(item, value, syntax)));
}
