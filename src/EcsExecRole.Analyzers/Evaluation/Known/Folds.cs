using System.Globalization;
using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The LINQ operators that make one value of all elements.</summary>
internal static class Folds
{
    private const string Linq = "System.Linq.Enumerable";

    public static void Register(KnownTable table) => table
        .Method(Linq, "Aggregate", Aggregate)
        .Method(Linq, "Sum", call => Number(call, numbers => numbers.Sum()))
        .Method(Linq, "Average", call => Number(call, numbers => numbers.Count == 0 ? null : numbers.Average()))
        .Method(Linq, "Min", call => Extreme(call, call.DelegateArity(1) == 1 ? call[1] : null, ofKeys: true, largest: false))
        .Method(Linq, "Max", call => Extreme(call, call.DelegateArity(1) == 1 ? call[1] : null, ofKeys: true, largest: true))
        .Method(Linq, "MinBy", call => Extreme(call, call[1], ofKeys: false, largest: false))
        .Method(Linq, "MaxBy", call => Extreme(call, call[1], ofKeys: false, largest: true));

    /// <summary>A number as a constant of <paramref name="type"/>.</summary>
    public static Value? Constant(decimal number, ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        try
        {
            return type?.SpecialType switch
            {
                SpecialType.System_Int32 => ConstantValue.Of((int)number),
                SpecialType.System_Int64 => ConstantValue.Of((long)number),
                SpecialType.System_Double => ConstantValue.Of((double)number),
                SpecialType.System_Single => ConstantValue.Of((float)number),
                SpecialType.System_Decimal => ConstantValue.Of(number),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static Value Aggregate(KnownCall call)
    {
        var source = call.Source();
        var hasSeed = call.Count > 2;
        var each = source.Each.ToList();
        Value? result = hasSeed ? call[1] : null;
        var function = hasSeed ? call[2] : call[1];
        foreach (var element in each)
        {
            if (result is null)
            {
                result = element.Value;
                continue;
            }

            var before = result;
            var next = call.Run(element, function, before, element.Value);
            result = call.Guard.Implies(element.Guard) ? next : ChoiceValue.Of(element.Guard, next, before);
        }

        if (source.IsShuffled || each.Any(e => e.IsMany))
        {
            // What mutates an accumulator has done so; a result that depends on the number of rounds is not known.
            result = result is ObjectValue or SequenceValue or DictionaryValue ? result : call.FreshUnknown("it is made of the elements of a collection that is not known whole");
        }

        result ??= call.FreshUnknown("the collection is empty");
        return call.Count > 3 ? call.Run(Guard.Always, call[3], result) : result;
    }

    private static Value? Number(KnownCall call, Func<IReadOnlyList<decimal>, decimal?> fold)
    {
        var source = call.Source();
        var numbers = new List<decimal>();
        foreach (var element in source.Each)
        {
            var value = call.Count > 1 ? call.Run(element, call[1], element.Value) : element.Value;
            if (element.IsMany || !call.Guard.Implies(element.Guard) || !TryNumber(value, out var number))
            {
                return call.FreshUnknown("it is calculated from unknowns");
            }

            numbers.Add(number);
        }

        try
        {
            return fold(numbers) is { } result && Constant(result, call.ReturnType) is { } constant ? constant : call.FreshUnknown("it is calculated");
        }
        catch (OverflowException)
        {
            return call.FreshUnknown("it is calculated");
        }
    }

    private static bool TryNumber(Value value, out decimal number)
    {
        number = 0;
        if (value is not ConstantValue { Content: IConvertible content and (int or long or short or byte or decimal or double or float) })
        {
            return false;
        }

        try
        {
            number = content.ToDecimal(CultureInfo.InvariantCulture);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static Value Extreme(KnownCall call, Value? selector, bool ofKeys, bool largest)
    {
        var source = call.Source();
        var keyed = source.Each.Select(e => (Element: e, Key: selector is null ? e.Value : call.Run(e, selector, e.Value))).ToList();
        if (keyed.Count > 0
            && keyed.All(k => !k.Element.IsMany && call.Guard.Implies(k.Element.Guard))
            && Orderings.TrySort(keyed, k => k.Key, descending: largest, out var sorted))
        {
            return ofKeys ? sorted[0].Key : sorted[0].Element.Value;
        }

        call.Lose(source.Each, Guard.Always, "it may be the one that is picked of several");
        return call.FreshUnknown("it is picked by keys that are not known");
    }
}
