using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The LINQ operators that pick one element.</summary>
internal static class Picks
{
    private const int MaxConditional = 64;

    private const string Linq = "System.Linq.Enumerable";

    public static void Register(KnownTable table) => table
        .Method(Linq, "First", call => First(call, call.Source(), Predicate(call), null))
        .Method(Linq, "FirstOrDefault", call => First(call, call.Source(), Predicate(call), Default(call)))
        .Method(Linq, "Last", call => Last(call, call.Source(), Predicate(call), null))
        .Method(Linq, "LastOrDefault", call => Last(call, call.Source(), Predicate(call), Default(call)))
        // Of several, the program fails; on the paths that go on there is one.
        .Method(Linq, "Single", call => First(call, call.Source(), Predicate(call), null))
        .Method(Linq, "SingleOrDefault", call => First(call, call.Source(), Predicate(call), Default(call)))
        .Method(Linq, "ElementAt", call => ElementAt(call, call.Source(), call[1], null))
        .Method(Linq, "ElementAtOrDefault", call => ElementAt(call, call.Source(), call[1], Evaluator.DefaultOf(call.ReturnType)));

    /// <summary>The first element that satisfies a predicate.</summary>
    /// <param name="call">The call.</param>
    /// <param name="source">The collection.</param>
    /// <param name="predicate">The predicate; null for none.</param>
    /// <param name="missing">The value where there is none; null where that is an error that ends the path.</param>
    public static Value First(KnownCall call, Source source, Value? predicate, Value? missing) => Pick(call, source, source.Each, predicate, missing);

    public static Value Last(KnownCall call, Source source, Value? predicate, Value? missing) => Pick(call, source, source.Each.Reverse(), predicate, missing);

    public static Value ElementAt(KnownCall call, Source source, Value index, Value? missing) => call.Map(index, at =>
    {
        var each = source.Each.ToList();
        if (at is ConstantValue { Content: int place } && place >= 0 && !source.IsShuffled)
        {
            if (place < each.Count && each.Take(place + 1).All(e => !e.IsMany && call.Guard.Implies(e.Guard)))
            {
                return ChoiceValue.On(call.Guard, each[place].Value);
            }

            if (each.Count <= MaxConditional && !each.Any(e => e.IsMany))
            {
                return Choose(call, Places(each).Select(p => p.Element with { Guard = p.Places.TryGetValue(place, out var on) ? on : Guard.Never }), missing);
            }
        }
        else if (at is UnknownValue && !source.IsShuffled && each.Count <= MaxConditional && each.All(e => !e.IsMany && call.Guard.Implies(e.Guard)))
        {
            // Which one it is, is a condition.
            return Choose(call, each.Select((e, i) => e with { Guard = call.Evaluator.AreEqual(at, ConstantValue.Of(i)) }), missing);
        }

        call.Lose(source.Known, Guard.Always, "it is found at an index that is not known");
        return call.UnknownAs(
            source.Key + "[" + Evaluator.KeyOf(at) + "]",
            call.Display,
            call.ReturnType,
            "it is an element of a collection that is not known whole");
    });

    /// <summary>For each element the paths on which so many others come before it; none of them stands for many.</summary>
    public static IEnumerable<(Element Element, Dictionary<int, Guard> Places)> Places(IReadOnlyList<Element> elements)
    {
        var before = new Dictionary<int, Guard> { [0] = Guard.Always };
        foreach (var element in elements)
        {
            yield return (element, Of(before, element.Guard));
            var after = Of(before, !element.Guard);
            foreach (var count in Of(before, element.Guard))
            {
                after[count.Key + 1] = after.TryGetValue(count.Key + 1, out var other) ? other | count.Value : count.Value;
            }

            before = after;
        }

        static Dictionary<int, Guard> Of(Dictionary<int, Guard> counts, Guard on) =>
            counts.Select(c => (c.Key, Guard: c.Value & on)).Where(c => c.Guard.IsFeasible).ToDictionary(c => c.Key, c => c.Guard);
    }

    private static Value Pick(KnownCall call, Source source, IEnumerable<Element> order, Value? predicate, Value? missing)
    {
        var picked = new List<Element>();
        var doubtful = new List<Element>();
        var remaining = Guard.Always;
        foreach (var element in order)
        {
            var on = remaining & element.Guard;
            var hit = !call.IsPossible(on) ? Guard.Never : predicate is null ? on : call.Test(on, predicate, element.Value);
            if (!call.IsPossible(hit))
            {
                continue;
            }

            // From the first that stands for many on, it is not known which comes first.
            if (element.IsMany || source.IsShuffled || doubtful.Count > 0)
            {
                doubtful.Add(element with { Guard = hit });
                continue;
            }

            picked.Add(element with { Guard = hit });
            remaining = remaining.Except(hit);
            if (!call.IsPossible(remaining))
            {
                break;
            }
        }

        if (doubtful.Count == 1)
        {
            picked.Add(doubtful[0]);
        }
        else if (doubtful.Count > 1)
        {
            call.Lose(doubtful, remaining, "it may be the one that is picked of several");
            var any = doubtful.Aggregate(Guard.Never, (sum, e) => sum | e.Guard);
            picked.Add(new(remaining & any, call.FreshUnknown("it is one of several elements")));
        }

        return Choose(call, picked, missing);
    }

    private static Value Choose(KnownCall call, IEnumerable<Element> picked, Value? missing)
    {
        var alternatives = picked.Where(e => call.IsPossible(e.Guard)).Select(e => new Alternative(e.Guard, e.Value)).ToList();
        if (missing is not null)
        {
            alternatives.Add(new(alternatives.Aggregate(Guard.Always, (rest, a) => rest.Except(a.Guard)), missing));
        }

        // Where there is none the program fails; nothing that follows is certain.
        return alternatives.Count == 0 ? (call.Evaluator.Fails(FailureOf(call.Member)) ? ConstantValue.Null : call.FreshUnknown("there is no such element")) : ChoiceValue.On(call.Guard, ChoiceValue.Of(alternatives));
    }

    private static string FailureOf(Microsoft.CodeAnalysis.ISymbol member) => member switch
    {
        Microsoft.CodeAnalysis.IMethodSymbol { Name: not "ElementAt" } => "System.InvalidOperationException",
        Microsoft.CodeAnalysis.ITypeSymbol => "System.IndexOutOfRangeException",
        _ => "System.ArgumentOutOfRangeException",
    };

    private static Value? Predicate(KnownCall call) => call.DelegateArity(1) > 0 ? call[1] : null;

    /// <summary>The value of the <c>…OrDefault</c> operators where nothing is found: their own argument, or that of the type.</summary>
    private static Value Default(KnownCall call)
    {
        var last = call.Count - 1;
        return last > 0 && call.DelegateArity(last) == 0 ? call[last] : Evaluator.DefaultOf(call.ReturnType);
    }
}
