using System.Globalization;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The LINQ operators that change the order. Where the keys are not all constants, the elements are kept and their order is unknown.</summary>
internal static class Orderings
{
    private const string Linq = "System.Linq.Enumerable";

    public static void Register(KnownTable table) => table
        .Method(Linq, "OrderBy", call => Sort(call, call[1], descending: false))
        .Method(Linq, "OrderByDescending", call => Sort(call, call[1], descending: true))
        .Method(Linq, "Order", call => Sort(call, null, descending: false))
        .Method(Linq, "OrderDescending", call => Sort(call, null, descending: true))
        .Method(Linq, "ThenBy ThenByDescending", ThenBy)
        .Method(Linq, "Reverse", call => call.Derive(call.Source(), call.Source().Each.Reverse()))
        .Method(Linq, "Shuffle", call => call.Derive(call.Source(), call.Source().Each, isShuffled: true));

    /// <summary>Sorts by keys that are constants, equal ones in the order they come in.</summary>
    public static bool TrySort<T>(IReadOnlyList<T> items, Func<T, Value> keyOf, bool descending, out IReadOnlyList<T> sorted)
    {
        sorted = items;
        var keys = items.Select(i => (keyOf(i) as ConstantValue)?.Content).ToList();
        if (items.Count < 2)
        {
            return true;
        }

        if (keys.All(k => k is string))
        {
            // As the invariant culture orders them; the user's own may differ for letters beyond ASCII, and in the order of punctuation.
            if (!keys.Cast<string>().All(k => k.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))))
            {
                return false;
            }

            sorted = Order(k => (string)k!, StringComparer.Ordinal);
            return true;
        }

        if (keys.All(k => k is IConvertible and not (string or bool or char)))
        {
            sorted = Order(k => ((IConvertible)k!).ToDouble(CultureInfo.InvariantCulture), Comparer<double>.Default);
            return true;
        }

        if (keys.All(k => k is bool))
        {
            sorted = Order(k => (bool)k!, Comparer<bool>.Default);
            return true;
        }

        return false;

        IReadOnlyList<T> Order<TKey>(Func<object?, TKey> convert, IComparer<TKey> comparer)
        {
            var numbered = Enumerable.Range(0, items.Count);
            var order = descending ? numbered.OrderByDescending(i => convert(keys[i]), comparer) : numbered.OrderBy(i => convert(keys[i]), comparer);
            return [.. order.Select(i => items[i])];
        }
    }

    private static Value Sort(KnownCall call, Value? keySelector, bool descending)
    {
        var source = call.Source();
        IReadOnlyList<(Element Element, Value Key)> keyed = source.Each.Select(e => (Element: e, Key: keySelector is null ? e.Value : call.Run(e, keySelector, e.Value))).ToList();
        var sorted = keyed;
        var isKnown = call.Comparer() is { } identity
            && ReferenceEquals(identity, ValueIdentity.Exact)
            && TrySort(keyed, k => k.Key, descending, out sorted);
        return call.Derive(source, sorted.Select(k => k.Element).ToList(), isShuffled: !isKnown);
    }

    /// <summary>Within equal keys of the sort before, which is not remembered: the order is not known.</summary>
    private static Value ThenBy(KnownCall call)
    {
        var source = call.Source();
        foreach (var element in source.Each)
        {
            call.Run(element, call[1], element.Value);
        }

        return call.Derive(source, source.Each, isShuffled: source.Each.Take(2).Count() > 1);
    }
}
