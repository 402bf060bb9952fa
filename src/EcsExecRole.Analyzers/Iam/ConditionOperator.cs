using EcsExecRole.Analyzers.Iam.Matching;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>How a condition treats a key of several values.</summary>
internal enum ConditionQuantifier
{
    /// <summary>The key has one value.</summary>
    None,

    /// <summary><c>ForAnyValue:</c></summary>
    ForAnyValue,

    /// <summary><c>ForAllValues:</c></summary>
    ForAllValues,
}

/// <summary>What kind of comparison a condition makes.</summary>
internal enum ConditionComparison
{
    /// <summary>A comparison of texts by <see cref="ConditionOperator.Syntax"/>.</summary>
    Text,

    /// <summary>Whether the key is absent.</summary>
    Null,

    /// <summary>One that is not evaluated: of numbers, dates, addresses, or an operator that is not known.</summary>
    Other,
}

/// <summary>An operator of a Condition block, taken apart.</summary>
/// <param name="IfExists">Whether the condition holds where the key is absent.</param>
/// <param name="Negated">Whether it holds where none of the values fits.</param>
internal readonly record struct ConditionOperator(
    ConditionQuantifier Quantifier, ConditionComparison Comparison, bool IfExists, bool Negated, MatchSyntax Syntax)
{
    private const MatchSyntax Exact = MatchSyntax.Variables;

    private const MatchSyntax Like = MatchSyntax.Variables | MatchSyntax.Wildcards;

    private static readonly Dictionary<string, (ConditionComparison, bool, MatchSyntax)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StringEquals"] = (ConditionComparison.Text, false, Exact),
        ["StringNotEquals"] = (ConditionComparison.Text, true, Exact),
        ["StringEqualsIgnoreCase"] = (ConditionComparison.Text, false, Exact | MatchSyntax.IgnoreCase),
        ["StringNotEqualsIgnoreCase"] = (ConditionComparison.Text, true, Exact | MatchSyntax.IgnoreCase),
        ["StringLike"] = (ConditionComparison.Text, false, Like),
        ["StringNotLike"] = (ConditionComparison.Text, true, Like),
        ["ArnEquals"] = (ConditionComparison.Text, false, Like),
        ["ArnLike"] = (ConditionComparison.Text, false, Like),
        ["ArnNotEquals"] = (ConditionComparison.Text, true, Like),
        ["ArnNotLike"] = (ConditionComparison.Text, true, Like),
        ["Bool"] = (ConditionComparison.Text, false, MatchSyntax.IgnoreCase),
        ["Null"] = (ConditionComparison.Null, false, MatchSyntax.IgnoreCase),
        ["NumericNotEquals"] = (ConditionComparison.Other, true, MatchSyntax.None),
        ["DateNotEquals"] = (ConditionComparison.Other, true, MatchSyntax.None),
        ["NotIpAddress"] = (ConditionComparison.Other, true, MatchSyntax.None),
    };

    public static ConditionOperator Parse(string text)
    {
        var quantifier = ConditionQuantifier.None;
        if (text.IndexOf(':') is >= 0 and var colon)
        {
            quantifier = text.StartsWith("ForAllValues", StringComparison.OrdinalIgnoreCase) ? ConditionQuantifier.ForAllValues : ConditionQuantifier.ForAnyValue;
            text = text.Substring(colon + 1);
        }

        var ifExists = text.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase);
        text = ifExists ? text.Substring(0, text.Length - "IfExists".Length) : text;
        var (comparison, negated, syntax) = Known.TryGetValue(text, out var known) ? known : (ConditionComparison.Other, false, MatchSyntax.None);
        return new(quantifier, comparison, ifExists, negated, syntax);
    }

    /// <summary>Whether the condition holds where the request does not carry the key.</summary>
    public bool HoldsWhenAbsent => IfExists || Quantifier == ConditionQuantifier.ForAllValues || (Negated && Quantifier == ConditionQuantifier.None);
}
