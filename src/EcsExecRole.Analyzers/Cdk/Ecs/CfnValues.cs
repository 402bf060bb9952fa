using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// Reads nested values of L1 resources: typed property objects (<c>XProperty</c>), or in overrides dictionaries with CloudFormation's names. Anything else, like what
/// <c>Token.AsAny</c> or <c>Lazy.Any</c> makes, is unknown.
/// </summary>
internal static class CfnValues
{
    public static Value Get(Call call, Value target, string property) =>
        call.Map(target, (one, on) => one is DictionaryValue ? LogOptions.Find(on, one, property) : on.Get(one, property));

    /// <summary>The expression that set a property, else <paramref name="fallback"/>.</summary>
    public static IOperation? Where(Call call, Value target, string property, IOperation? fallback) => call.Where(target, property) ?? fallback;

    /// <summary>The objects of a list, each with the paths on which it is there; others count as unknown.</summary>
    public static IReadOnlyList<(Value Value, Guard Guard)> Objects(Call call, Value list, out Guard mayHaveMore)
    {
        var found = new List<(Value, Guard)>();
        var items = call.Items(list, out mayHaveMore);
        foreach (var (value, guard) in items)
        {
            if (IsStructured(value))
            {
                found.Add((value, guard));
            }
            else if (!value.IsNull)
            {
                mayHaveMore |= guard;
            }
        }

        return found;
    }

    public static bool IsStructured(Value value) => value is DictionaryValue or ObjectValue { IsOpaque: false };

    /// <summary>A value of which nothing is known, for what may be in a list.</summary>
    public static UnknownValue Unknown(Call call, string what) => new(call.Evaluator.NewKey(what), what, null, "the program does not tell what it is");
}
