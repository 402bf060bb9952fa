using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>What a list or array is asked, and what is made of it, by its own methods.</summary>
internal static class ListQueries
{
    private const string List = "System.Collections.Generic.List";
    private static readonly string[] Readable = ["System.Collections.Generic.ICollection", "System.Collections.IList", "System.Collections.Generic.IReadOnlySet", "System.Collections.Immutable.ImmutableArray"];

    public static void Register(KnownTable table) => table
        .Methods(Readable, "Contains", Contains)
        .Methods(["System.Collections.Generic.IList", "System.Collections.IList", "System.Collections.Immutable.ImmutableArray"], "IndexOf", call => IndexOf(call, call.Sequence(), call[0]))
        .Method("System.Array", "IndexOf", call => IndexOf(call, Source.Unwrap(call[0]) as SequenceValue, call[1]))
        .Methods([List, "System.Array", "System.Collections.Immutable.ImmutableList"], "Find", call => Picks.First(call, Whole(call), Predicate(call), Default(call)))
        .Methods([List, "System.Array", "System.Collections.Immutable.ImmutableList"], "FindLast", call => Picks.Last(call, Whole(call), Predicate(call), Default(call)))
        .Methods([List, "System.Collections.Immutable.ImmutableList"], "FindAll", call => Filters.Where(call, Whole(call), Predicate(call)))
        .Method("System.Array", "FindAll", call => Filters.Where(call, Whole(call), Predicate(call)))
        .Methods([List, "System.Array", "System.Collections.Immutable.ImmutableList"], "FindIndex", FindIndex)
        .Methods([List, "System.Array", "System.Collections.Immutable.ImmutableList"], "Exists", call => GuardValue.Of(Questions.Exists(call, Whole(call), Predicate(call))))
        .Methods([List, "System.Array", "System.Collections.Immutable.ImmutableList"], "TrueForAll", call => GuardValue.Of(Questions.All(call, Whole(call), Predicate(call))))
        .Methods([List, "System.Array", "System.Collections.Immutable.ImmutableList"], "ConvertAll", call => Projections.Select(call, Whole(call), Predicate(call), withIndex: false))
        .Methods([List, "System.Collections.Immutable.ImmutableList"], "GetRange Slice", Range)
        .Methods(["System.Span", "System.ReadOnlySpan"], "Slice", Range)
        .Methods([List, "System.Span", "System.ReadOnlySpan", "System.Collections.Generic.Queue", "System.Collections.Generic.Stack"], "ToArray", call => call.Sequence() is null ? null : call.Copy(call.Source()))
        .Methods(["System.Collections.Concurrent.ConcurrentBag", "System.Collections.Concurrent.ConcurrentQueue"], "ToArray", call => call.Sequence() is null ? null : call.Copy(call.Source()))
        .Method(List, "AsReadOnly", call => call.Sequence())
        .Methods(["System.Array", "System.Span", "System.Collections.Generic.ICollection"], "CopyTo", CopyTo);


    private static Source Whole(KnownCall call) => call.Source();

    private static Value Predicate(KnownCall call) => call.ReceiverOrNone is null ? call[1] : call[0];

    private static Value Default(KnownCall call) => Evaluator.DefaultOf(call.ReturnType);

    private static Value? Contains(KnownCall call) => Source.Unwrap(call.Receiver) switch
    {
        SequenceValue set when Sequences.IsSet(set) => call.Map(call[0], one => GuardValue.Of(Sets.Find(call, set, one))),
        SequenceValue or DictionaryValue or UnknownValue => GuardValue.Of(Questions.Contains(call, call.Source(), call[0], call.Source().Identity)),
        _ => null,
    };

    private static Value? IndexOf(KnownCall call, SequenceValue? sequence, Value wanted)
    {
        if (sequence is null || sequence.IsShuffled || call.Count > (call.ReceiverOrNone is null ? 2 : 1))
        {
            return null;
        }

        return Place(call, Source.Of(call, sequence), e => e.Guard & call.Evaluator.AreEqual(e.Value, wanted));
    }

    private static Value? FindIndex(KnownCall call) => call.DelegateArity(call.ReceiverOrNone is null ? 1 : 0) == 1
        ? Place(call, Whole(call), e => call.Test(e, Predicate(call), e.Value))
        : null;

    /// <summary>The index of the first hit, -1 where there is none; where an element before it may be missing, unknown.</summary>
    private static Value Place(KnownCall call, Source source, Func<Element, Guard> hit)
    {
        var places = new List<Alternative>();
        var remaining = Guard.Always;
        var index = 0;
        foreach (var element in source.Each)
        {
            if (element.IsMany || source.IsShuffled || !call.Guard.Implies(element.Guard))
            {
                places.Add(new(remaining, call.FreshUnknown("it is an index in a list that is not known whole")));
                return ChoiceValue.Of(places);
            }

            var on = remaining & hit(element);
            places.Add(new(on, ConstantValue.Of(index++)));
            remaining = remaining.Except(on);
        }

        places.Add(new(remaining, ConstantValue.Of(-1)));
        return ChoiceValue.Of(places);
    }

    private static Value? Range(KnownCall call) => call.Sequence() is { } sequence && call[0] is ConstantValue { Content: int start }
        ? Filters.Between(call, Source.Of(call, sequence), start, call.Count > 1 ? call[1] is ConstantValue { Content: int count } ? count : null : int.MaxValue)
        : null;

    private static Value? CopyTo(KnownCall call)
    {
        if (call.Sequence() is not { } from || Source.Unwrap(call[0]) is not SequenceValue to)
        {
            return null;
        }

        // Only as far as it fills an array from its start.
        var source = Source.Of(call, from);
        if (call.Count == 2 && call[1] is ConstantValue { Content: 0 } && from.IsCertainUpTo(from.Elements.Count, call.Guard) && to.IsCertainUpTo(from.Elements.Count, call.Guard) && !call.IsPossible(from.MayHaveMore))
        {
            for (var i = 0; i < source.Known.Count; i++)
            {
                to.Replace(i, call.Guard, source.Known[i].Value);
            }
        }
        else
        {
            call.Lose(from, Guard.Always, "it was copied to an array");
            to.Open(call.Guard, "elements were copied to it");
        }

        return ConstantValue.Null;
    }
}
