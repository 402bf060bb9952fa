using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>What is asked of a collection as a whole: is there one, are all, how many, is this one of them.</summary>
internal static class Questions
{
    /// <summary>Of more elements than this that are there only on some paths, the number is not followed.</summary>
    private const int MaxConditional = 12;

    private const string Linq = "System.Linq.Enumerable";

    public static void Register(KnownTable table) => table
        .Method(Linq, "Any", call => GuardValue.Of(call.Count > 1 ? Exists(call, call.Source(), call[1]) : Any(call, call.Source())))
        .Method(Linq, "All", call => GuardValue.Of(All(call, call.Source(), call[1])))
        .Method(Linq, "Count LongCount", Count)
        .Method(Linq, "TryGetNonEnumeratedCount", CountOut)
        .Method(Linq, "Contains", call => call.Comparer() is { } identity ? GuardValue.Of(Contains(call, call.Source(), call[1], identity)) : null)
        .Method("System.MemoryExtensions", "Contains", call => call[0] is SequenceValue ? GuardValue.Of(Contains(call, call.Source(), call[1], ValueIdentity.Exact)) : null)
        .Method(Linq, "SequenceEqual", SequenceEqual)
        .Method("System.MemoryExtensions", "SequenceEqual", SequenceEqual);

    /// <summary>The paths on which there is an element.</summary>
    public static Guard Any(KnownCall call, Source source) => AnyOf(call, source, source.Each.Select(e => (e, e.Guard)), "Any");

    /// <summary>The paths on which an element satisfies <paramref name="predicate"/>.</summary>
    public static Guard Exists(KnownCall call, Source source, Value predicate) =>
        AnyOf(call, source, source.Each.Select(e => (e, call.Test(e, predicate, e.Value))).ToList(), "Exists");

    /// <summary>The paths on which every element satisfies <paramref name="predicate"/>.</summary>
    public static Guard All(KnownCall call, Source source, Value predicate) =>
        !AnyOf(call, source, source.Each.Select(e => (e, e.Guard.Except(call.Test(e, predicate, e.Value)))).ToList(), "Exists");

    /// <summary>The paths on which one of the elements equals <paramref name="value"/>.</summary>
    public static Guard Contains(KnownCall call, Source source, Value value, ValueIdentity identity)
    {
        var found = Guard.Never;
        foreach (var wanted in KnownCall.Split(ChoiceValue.On(call.Guard, value)).Alternatives)
        {
            var hits = source.Each.Select(e => (e, e.Guard & Equal(call, e.Value, wanted.Value, identity)));
            found |= wanted.Guard & AnyOf(call, source, hits, "Contains");
        }

        return found;
    }

    /// <summary>The paths on which two values are equal, strings perhaps but for their case.</summary>
    public static Guard Equal(KnownCall call, Value left, Value right, ValueIdentity identity) =>
        identity.Equals(left, right) ? Guard.Always
        : ReferenceEquals(identity, ValueIdentity.IgnoreCase) ? StringTests.EqualIgnoringCase(call, left, right)
        : call.Evaluator.AreSame(left, right);

    /// <summary>How many of the elements there are.</summary>
    public static Value Count(KnownCall call, IEnumerable<Element> elements, string key)
    {
        var certain = 0;
        var many = Guard.Never;
        var conditional = new List<Guard>();
        foreach (var element in elements)
        {
            if (element.IsMany)
            {
                many |= element.Guard;
            }
            else if (call.Guard.Implies(element.Guard))
            {
                certain++;
            }
            else if (call.IsPossible(element.Guard))
            {
                conditional.Add(element.Guard);
            }
        }

        if (conditional.Count > MaxConditional)
        {
            return Unknown();
        }

        var counts = new List<Guard> { Guard.Always };
        foreach (var guard in conditional)
        {
            counts.Add(Guard.Never);
            for (var i = counts.Count - 1; i >= 0; i--)
            {
                counts[i] = counts[i].Except(guard) | (i == 0 ? Guard.Never : counts[i - 1] & guard);
            }
        }

        var known = ChoiceValue.Of(counts.Select((g, i) => new Alternative(g, ConstantValue.Of(certain + i))).Where(a => a.Guard.IsAlways || call.IsPossible(a.Guard)));
        return call.IsPossible(many) ? ChoiceValue.Of(many, Unknown(), known) : known;

        Value Unknown() => call.UnknownAs(key, call.Display, call.Evaluator.Program.Compilation.GetSpecialType(SpecialType.System_Int32), "it depends on how many elements the collection has");
    }

    private static Value Count(KnownCall call)
    {
        var source = call.Source();
        if (call.Count == 1)
        {
            return Count(call, source.Each, source.QuestionKey("Count"));
        }

        var hits = source.Each.Select(e => e with { Guard = call.Test(e, call[1], e.Value) }).ToList();
        return Count(call, hits, call.Evaluator.NewKey(source.QuestionKey("Count")));
    }

    private static Value CountOut(KnownCall call)
    {
        var source = call.Source();
        call.Evaluator.AssignOut(call.Arguments.Items[1], Count(call, source.Each, source.QuestionKey("Count")));
        return ConstantValue.True;
    }

    private static Value? SequenceEqual(KnownCall call)
    {
        var (left, right) = (call.Source(0), call.Source(1));
        if (call.Comparer() is not { } identity || left.Each.Concat(right.Each).Any(e => e.IsMany || !call.Guard.Implies(e.Guard)) || left.IsShuffled || right.IsShuffled)
        {
            return null;
        }

        return GuardValue.Of(left.Known.Count != right.Known.Count
            ? Guard.Never
            : left.Known.Zip(right.Known, (a, b) => Equal(call, a.Value, b.Value, identity)).Aggregate(Guard.Always, (all, one) => all & one));
    }

    /// <summary>
    /// The paths on which one of the hits is there. Of one that stands for many only the program's input can tell: the question is known by the collection and
    /// by what is asked of its elements.
    /// </summary>
    private static Guard AnyOf(KnownCall call, Source source, IEnumerable<(Element Element, Guard Hit)> hits, string question)
    {
        var found = Guard.Never;
        var open = new List<(Element Element, Guard Hit)>();
        foreach (var hit in hits)
        {
            if (hit.Element.IsMany)
            {
                open.Add(hit);
            }
            else
            {
                found |= hit.Hit;
                if (found.IsAlways)
                {
                    return found;
                }
            }
        }

        foreach (var (element, hit) in open)
        {
            if (call.IsPossible(hit.Except(found)))
            {
                // All of them hit: the question is whether there is one.
                var test = ReferenceEquals(element.Guard, hit) ? "Any" : question + "(" + GuardIdentity.Of(hit) + ")";
                found |= element.Guard & call.Evaluator.Guards.Opaque(source.QuestionKey(test), [source.Key], call.Display);
            }
        }

        return found;
    }
}
