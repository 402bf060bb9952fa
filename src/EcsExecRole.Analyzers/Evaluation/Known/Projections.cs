using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The LINQ operators that make new elements of each one, all at once instead of when they are asked for.</summary>
internal static class Projections
{
    private const string Linq = "System.Linq.Enumerable";

    public static void Register(KnownTable table) => table
        .Method(Linq, "Select", call => Select(call, call.Source(), call[1], call.DelegateArity(1) == 2))
        .Method(Linq, "SelectMany", SelectMany)
        .Method(Linq, "Zip", Zip)
        .Method(Linq, "Index", call => Indexed(call))
        .Method(Linq, "Chunk", Chunk)
        .Method(Linq, "Cast AsEnumerable", call => call.Copy(call.Source()))
        .Method(Linq, "OfType", OfType)
        .Method(Linq, "Join", Join);

    public static Value Select(KnownCall call, Source source, Value selector, bool withIndex)
    {
        var results = new List<Element>();
        foreach (var (element, index) in Numbered(call, source))
        {
            results.Add(element with { Value = withIndex ? call.Run(element, selector, element.Value, index) : call.Run(element, selector, element.Value) });
        }

        return call.Derive(source, results);
    }

    /// <summary>The elements with their indices; after one that may be missing these are not known.</summary>
    public static IEnumerable<(Element Element, Value Index)> Numbered(KnownCall call, Source source)
    {
        var next = source.IsShuffled ? -1 : 0;
        foreach (var element in source.Each)
        {
            next = next >= 0 && !element.IsMany && call.Guard.Implies(element.Guard) ? next + 1 : -1;
            yield return (element, next > 0 ? ConstantValue.Of(next - 1) : Unknown(element));
        }

        Value Unknown(Element element) => call.UnknownAs(
            call.Evaluator.NewKey(source.Key + ".index"),
            "the index of " + Evaluator.DisplayOf(element.Value),
            call.Evaluator.Program.Compilation.GetSpecialType(Microsoft.CodeAnalysis.SpecialType.System_Int32),
            "it is an index in a collection that is not known whole");
    }

    private static Value SelectMany(KnownCall call)
    {
        var source = call.Source();
        var results = new List<Element>();
        foreach (var (element, index) in Numbered(call, source))
        {
            var inner = call.DelegateArity(1) == 2 ? call.Run(element, call[1], element.Value, index) : call.Run(element, call[1], element.Value);
            foreach (var part in Source.Of(call, inner).Each)
            {
                var on = element.Guard & part.Guard;
                if (!on.IsAlways && !call.IsPossible(on))
                {
                    continue;
                }

                var value = call.Count > 2 ? call.Run(on, call[2], element.Value, part.Value) : part.Value;
                results.Add(new Element(on, value) { IsMany = element.IsMany || part.IsMany });
                Budget.AllowElements(results.Count);
            }
        }

        return call.Derive(source, results);
    }

    private static Value Zip(KnownCall call)
    {
        var sources = Enumerable.Range(0, call.Arguments.Items.Count(a => Source.ElementTypeOf(a.Parameter.Type) is not null)).Select(call.Source).ToList();
        var selector = call.Count > sources.Count ? call[sources.Count] : null;
        var results = new List<Element>();
        if (sources.All(s => !s.IsShuffled))
        {
            var columns = sources.Select(s => s.Each.ToList()).ToList();
            for (var i = 0; columns.All(c => i < c.Count); i++)
            {
                var row = columns.Select(c => c[i]).ToList();
                if (row.Any(e => e.IsMany || !call.Guard.Implies(e.Guard)))
                {
                    // From here on it is not known which belongs to which.
                    AddRest(i);
                    break;
                }

                results.Add(new(Guard.Always, Combine(Guard.Always, row)));
            }
        }
        else
        {
            AddRest(0);
        }

        return call.Derive(sources[0], results);

        void AddRest(int from)
        {
            foreach (var source in sources)
            {
                call.Lose(source.Each.Skip(from), Guard.Always, "it is paired with elements of a collection that is not known whole");
            }

            var some = sources.Aggregate(Guard.Always, (all, s) => all & s.Each.Skip(from).Aggregate(Guard.Never, (any, e) => any | e.Guard));
            var row = sources.Select(s => new Element(some, call.UnknownAs(s.Key + "[*zip]", "an element of " + s.Key, null, "it is not known which elements are paired"))).ToList();
            if (call.IsPossible(some))
            {
                results.Add(new Element(some, Combine(some, row)) { IsMany = true });
            }
        }

        Value Combine(Guard on, IReadOnlyList<Element> row) => selector is not null
            ? call.Run(on, selector, [.. row.Select(e => e.Value)])
            : call.NewObject(Source.ElementTypeOf(call.ReturnType) ?? call.TypeNamed("System.ValueTuple`" + row.Count), [.. row.Select((e, i) => ("Item" + (i + 1), e.Value))]);
    }

    private static Value Indexed(KnownCall call)
    {
        var source = call.Source();
        var type = Source.ElementTypeOf(call.ReturnType) ?? call.TypeNamed("System.ValueTuple`2");
        return call.Derive(source, Numbered(call, source).Select(n => n.Element with { Value = call.NewObject(type, ("Item1", n.Index), ("Item2", n.Element.Value)) }).ToList());
    }

    private static Value? Chunk(KnownCall call)
    {
        var source = call.Source();
        if (call[1] is not ConstantValue { Content: int size and > 0 } || source.IsShuffled || source.Each.Any(e => e.IsMany || !call.Guard.Implies(e.Guard)))
        {
            call.Lose(source.Each, Guard.Always, "it is in a chunk of a collection that is not known whole");
            return null;
        }

        var chunks = source.Known.Select((e, i) => (e, i)).GroupBy(p => p.i / size, p => p.e);
        return call.Derive(source, chunks.Select(c => new Element(Guard.Always, new SequenceValue(call.Evaluator.NewKey("chunk"), c, Guard.Never))).ToList());
    }

    private static Value? OfType(KnownCall call)
    {
        var source = call.Source();
        if (call.TypeArgument(0) is not { } type)
        {
            return null;
        }

        return call.Derive(source, Filters.Kept(call, source.Each.Select(e => e with { Guard = e.Guard & call.Evaluator.IsInstance(e.Value, type) })));
    }

    private static Value? Join(KnownCall call)
    {
        if (call.Comparer() is not { } identity)
        {
            return null;
        }

        var (outer, inner) = (call.Source(0), call.Source(1));
        var innerKeys = inner.Each.Select(e => (Element: e, Key: call.Run(e, call[3], e.Value))).ToList();
        var results = new List<Element>();
        foreach (var left in outer.Each)
        {
            var key = call.Run(left, call[2], left.Value);
            foreach (var right in innerKeys)
            {
                var on = left.Guard & right.Element.Guard & Questions.Equal(call, key, right.Key, identity);
                if (call.IsPossible(on))
                {
                    results.Add(new Element(on, call.Run(on, call[4], left.Value, right.Element.Value)) { IsMany = left.IsMany || right.Element.IsMany });
                }
            }
        }

        return call.Derive(outer, results);
    }
}
