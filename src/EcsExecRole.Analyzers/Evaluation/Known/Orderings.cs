using System.Globalization;
using Microsoft.CodeAnalysis;
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

    private static Value Sort(KnownCall call, Value? keySelector, bool descending) => Sort(call, call.Source(), [(keySelector, descending)]);

    private static Value Sort(KnownCall call, Source source, IReadOnlyList<(Value? Selector, bool Descending)> by)
    {
        var isKnown = call.Comparer() is { } identity && ReferenceEquals(identity, ValueIdentity.Exact);
        IReadOnlyList<(Element Element, List<Value> Keys)> sorted = source.Each
            .Select(e => (e, by.Select(b => b.Selector is null ? e.Value : call.Run(e, b.Selector, e.Value)).ToList())).ToList();

        // Sorts that keep the order of equal keys, the last key first.
        for (var i = by.Count - 1; i >= 0; i--)
        {
            var place = i;
            isKnown = TrySort(sorted, s => s.Keys[place], by[i].Descending, out sorted) && isKnown;
        }

        return call.Derive(source, sorted.Select(s => s.Element).ToList(), isShuffled: !isKnown);
    }

    /// <summary>Within equal keys of the sort before.</summary>
    private static Value ThenBy(KnownCall call)
    {
        var by = new List<(Value? Selector, bool Descending)>();
        Value sorted = call[0];
        for (var (method, arguments) = (call.Method, call.Arguments); ; (method, arguments) = Before(sorted))
        {
            if (method is null || arguments.Count > 2)
            {
                // Sorted by something that is not followed, or with a comparer.
                var source = Source.Of(call, call[0]);
                return Sort(call, source, [(call[1], false)]) is SequenceValue made ? call.Derive(source, made.Elements, isShuffled: source.Each.Take(2).Count() > 1) : call[0];
            }

            by.Insert(0, (arguments.Count == 2 ? arguments[1] : null, method.Name.EndsWith("Descending", StringComparison.Ordinal)));
            sorted = arguments[0];
            if (!method.Name.StartsWith("ThenBy", StringComparison.Ordinal))
            {
                return Sort(call, Source.Of(call, sorted), by);
            }
        }

        static (IMethodSymbol? Method, Arguments Arguments) Before(Value value) =>
            value is DeferredValue { Operator: { Method.Name: "OrderBy" or "OrderByDescending" or "Order" or "OrderDescending" or "ThenBy" or "ThenByDescending" } known } ? known : (null, Arguments.None);
    }
}
