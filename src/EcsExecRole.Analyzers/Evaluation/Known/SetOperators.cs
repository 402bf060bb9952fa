using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The LINQ operators that tell elements apart by their value.</summary>
internal static class SetOperators
{
    private const string Linq = "System.Linq.Enumerable";

    public static void Register(KnownTable table) => table
        .Method(Linq, "Distinct", call => Distinct(call, call.Source(), null))
        .Method(Linq, "DistinctBy", call => Distinct(call, call.Source(), call[1]))
        .Method(Linq, "Union", call => Distinct(call, Both(call), null))
        .Method(Linq, "UnionBy", call => Distinct(call, Both(call), call[2]))
        .Method(Linq, "Except", call => Against(call, null, found: false))
        .Method(Linq, "ExceptBy", call => Against(call, call[2], found: false))
        .Method(Linq, "Intersect", call => Against(call, null, found: true))
        .Method(Linq, "IntersectBy", call => Against(call, call[2], found: true));

    private static Source Both(KnownCall call)
    {
        var (first, second) = (call.Source(0), call.Source(1));
        return first with { Key = first.Key + "+" + second.Key, Known = [.. first.Each, .. second.Each], More = Guard.Never, There = Guard.Never, IsShuffled = first.IsShuffled || second.IsShuffled };
    }

    /// <summary>Of the elements with equal keys the first, on each path.</summary>
    private static Value? Distinct(KnownCall call, Source source, Value? keySelector)
    {
        if (call.Comparer() is not { } identity)
        {
            return null;
        }

        var keys = new SequenceValue("keys", [], Guard.Never) { Identity = identity };
        var results = new List<Element>();
        foreach (var element in source.Each)
        {
            var key = keySelector is null ? element.Value : call.Run(element, keySelector, element.Value);
            var fresh = element.Guard & Sets.AddTo(call, keys, element with { Value = key });
            results.Add(element with { Guard = fresh });
        }

        return call.Derive(source, Filters.Kept(call, results));
    }

    private static Value? Against(KnownCall call, Value? keySelector, bool found)
    {
        if (call.Comparer() is not { } identity)
        {
            return null;
        }

        var source = call.Source(0);
        var others = new SequenceValue("others", [], Guard.Never) { Identity = identity };
        foreach (var other in call.Source(1).Each)
        {
            Sets.AddTo(call, others, other);
        }

        var results = new List<Element>();
        foreach (var element in source.Each)
        {
            var key = keySelector is null ? element.Value : call.Run(element, keySelector, element.Value);
            var there = KnownCall.Split(ChoiceValue.On(call.Guard, key)).Alternatives.Aggregate(Guard.Never, (sum, a) => sum | (a.Guard & Sets.Find(call, others, a.Value)));
            results.Add(element with { Guard = element.Guard & (found ? there : !there) });
        }

        return Distinct(call, source with { Known = results, More = Guard.Never, There = Guard.Never }, keySelector);
    }
}
