using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The LINQ operators that make a collection of a sequence, and those that make one of nothing.</summary>
internal static class Conversions
{
    /// <summary>Longer ranges are not spelled out.</summary>
    private const int MaxRange = 100_000;

    private const string Linq = "System.Linq.Enumerable";

    public static void Register(KnownTable table) => table
        .Method(Linq, "ToArray ToList", call => call.Copy(call.Source()))
        .Method(Linq, "ToHashSet", ToSet)
        .Method(Linq, "ToDictionary", ToDictionary)
        .Method(Linq, "Empty", call => call.NewSequence([]))
        .Method(Linq, "Range", Range)
        .Method(Linq, "Repeat", Repeat);

    /// <summary>A set of the elements of a collection.</summary>
    public static Value ToSet(KnownCall call)
    {
        var source = call.Source();
        var set = new SequenceValue(call.DerivedKey(source), [], Guard.Never) { Type = call.ReturnType, Identity = call.Comparer() ?? ValueIdentity.Exact, IsShuffled = source.IsShuffled };
        foreach (var element in source.Each)
        {
            Sets.AddTo(call, set, element);
        }

        return set;
    }

    /// <summary>A dictionary of the elements of a collection: with selectors for key and value, or of pairs.</summary>
    public static Value ToDictionary(KnownCall call)
    {
        var source = call.Source();
        var keySelector = call.DelegateArity(1) > 0 ? call[1] : null;
        var elementSelector = call.DelegateArity(2) > 0 ? call[2] : null;
        var result = new DictionaryValue(call.DerivedKey(source), [], Guard.Never) { Type = call.ReturnType, Identity = call.Comparer() ?? ValueIdentity.Exact };
        foreach (var element in source.Each)
        {
            Value key, value;
            if (keySelector is null)
            {
                // Of pairs, or of tuples.
                var isTuple = element.Value is ObjectValue { Type.IsTupleType: true } or UnknownValue { Type.IsTupleType: true };
                key = call.Part(element.Value, isTuple ? "Item1" : "Key");
                value = call.Part(element.Value, isTuple ? "Item2" : "Value");
            }
            else
            {
                key = call.Run(element, keySelector, element.Value);
                value = elementSelector is null ? element.Value : call.Run(element, elementSelector, element.Value);
            }

            Dictionaries.SetAll(call, result, element, key, value);
        }

        return result;
    }

    private static Value? Range(KnownCall call) => call.Map(call[0], call[1], (start, count) =>
        start is ConstantValue { Content: int from } && count is ConstantValue { Content: int length and >= 0 and <= MaxRange }
            ? call.NewSequence(Enumerable.Range(from, length).Select(i => new Element(Guard.Always, ConstantValue.Of(i))))
            : call.Unknown("it is a range of unknown length"));

    private static Value? Repeat(KnownCall call) => call.Map(call[1], count =>
        count is ConstantValue { Content: int length and >= 0 and <= MaxRange }
            ? call.NewSequence(Enumerable.Repeat(new Element(Guard.Always, call[0]), length))
            : call.NewSequence([new Element(Guard.Always, call[0]) { IsMany = true }]));
}
