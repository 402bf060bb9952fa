using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The LINQ operators that keep some of the elements, or add to them.</summary>
internal static class Filters
{
    private const string Linq = "System.Linq.Enumerable";

    public static void Register(KnownTable table) => table
        .Method(Linq, "Where", Where)
        .Method(Linq, "Take", call => call[1] is ConstantValue { Content: int count } ? Between(call, call.Source(), 0, count) : LoseOrder(call))
        .Method(Linq, "Skip", call => call[1] is ConstantValue { Content: int count } ? Between(call, call.Source(), count, int.MaxValue) : LoseOrder(call))
        .Method(Linq, "TakeLast", call => FromEnd(call, take: true))
        .Method(Linq, "SkipLast", call => FromEnd(call, take: false))
        .Method(Linq, "TakeWhile", call => While(call, take: true))
        .Method(Linq, "SkipWhile", call => While(call, take: false))
        .Method(Linq, "Concat", call => Concat(call, call.Source(0), call.Source(1)))
        .Method(Linq, "Append", call => call.Derive(call.Source(), call.Source().Each.Append(new Element(Guard.Always, call[1]))))
        .Method(Linq, "Prepend", call => call.Derive(call.Source(), call.Source().Each.Prepend(new Element(Guard.Always, call[1]))))
        .Method(Linq, "DefaultIfEmpty", DefaultIfEmpty);

    public static Value Where(KnownCall call, Source source, Value predicate) =>
        call.Derive(source, Kept(call, source.Each.Select(e => e with { Guard = call.Test(e, predicate, e.Value) })));

    /// <summary>The elements that are there on some path.</summary>
    public static IReadOnlyList<Element> Kept(KnownCall call, IEnumerable<Element> elements) =>
        elements.Where(e => e.Guard.IsAlways || call.IsPossible(e.Guard)).ToList();

    /// <summary>The elements from <paramref name="start"/> on, at most <paramref name="count"/>; null for a number that is not known.</summary>
    public static Value? Between(KnownCall call, Source source, int start, int? count)
    {
        if (count is not { } length)
        {
            return LoseOrder(call);
        }

        var (first, end) = (Math.Max(start, 0), length > int.MaxValue - Math.Max(start, 0) ? int.MaxValue : Math.Max(start, 0) + length);
        if (first == 0 && end == int.MaxValue)
        {
            return call.Copy(source);
        }

        var each = source.Each.ToList();
        var certain = source.IsShuffled ? 0 : each.TakeWhile(e => !e.IsMany && call.Guard.Implies(e.Guard)).Count();
        if (end <= certain || certain == each.Count)
        {
            return call.Derive(source, each.Take(Math.Min(end, each.Count)).Skip(first).ToList());
        }

        if (each.Count > 64 || each.Any(e => e.IsMany) || source.IsShuffled)
        {
            return LoseOrder(call);
        }

        // An element is among them on the paths on which the right number of others come before it.
        var results = new List<Element>();
        foreach (var (element, places) in Picks.Places(each))
        {
            var on = places.Where(p => p.Key >= first && p.Key < end).Aggregate(Guard.Never, (sum, p) => sum | p.Value);
            if (call.IsPossible(on))
            {
                results.Add(element with { Guard = on });
            }
        }

        return call.Derive(source, results);
    }

    private static Value Where(KnownCall call)
    {
        var source = call.Source();
        if (call.DelegateArity(1) != 2)
        {
            return Where(call, source, call[1]);
        }

        return call.Derive(source, Kept(call, Projections.Numbered(call, source).Select(n => n.Element with { Guard = call.Test(n.Element, call[1], n.Element.Value, n.Index) }).ToList()));
    }

    /// <summary>Which elements these are is not known: each may or may not be among them.</summary>
    private static Value LoseOrder(KnownCall call)
    {
        var source = call.Source();
        call.Lose(source.Each, Guard.Always, "it may or may not be in a part of a collection");
        return call.FreshUnknown("it is a part of a collection that is not known whole");
    }

    private static Value FromEnd(KnownCall call, bool take)
    {
        var source = call.Source();
        var each = source.Each.ToList();
        if (call[1] is not ConstantValue { Content: int count } || source.IsShuffled || each.Any(e => e.IsMany || !call.Guard.Implies(e.Guard)))
        {
            return LoseOrder(call);
        }

        var split = Math.Max(0, each.Count - Math.Max(0, count));
        return call.Derive(source, take ? each.Skip(split).ToList() : each.Take(split).ToList());
    }

    private static Value While(KnownCall call, bool take)
    {
        var source = call.Source();
        if (source.IsShuffled)
        {
            return LoseOrder(call);
        }

        var goesOn = Guard.Always;
        var results = new List<Element>();
        foreach (var (element, index) in Projections.Numbered(call, source))
        {
            var on = goesOn & element.Guard;
            var holds = !call.IsPossible(on) ? Guard.Never : call.DelegateArity(1) == 2 ? call.Test(on, call[1], element.Value, index) : call.Test(on, call[1], element.Value);
            goesOn &= !element.Guard | holds;
            results.Add(element with { Guard = take ? element.Guard & goesOn : element.Guard.Except(goesOn) });
        }

        return call.Derive(source, Kept(call, results));
    }

    private static Value Concat(KnownCall call, Source first, Source second) =>
        call.Derive(first with { Key = first.Key + "+" + second.Key }, first.Each.Concat(second.Each), first.IsShuffled || second.IsShuffled);

    private static Value DefaultIfEmpty(KnownCall call)
    {
        var source = call.Source();
        var any = Questions.Any(call, source);
        var fallback = call.Count > 1 ? call[1] : Evaluator.DefaultOf(call.TypeArgument(0));
        return call.IsPossible(!any) ? call.Derive(source, source.Each.Append(new Element(!any, fallback))) : call.Copy(source);
    }
}
