using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>What changes a list, and reads it by index.</summary>
internal static class Lists
{
    private const string Collection = "System.Collections.Generic.ICollection";
    private const string List = "System.Collections.Generic.List";
    private const string IndexedList = "System.Collections.Generic.IList";
    private const string LinkedList = "System.Collections.Generic.LinkedList";

    private static readonly string[] Indexed =
        [IndexedList, "System.Collections.Generic.IReadOnlyList", "System.Collections.IList", "System.Span", "System.ReadOnlySpan", "System.Collections.Immutable.ImmutableArray"];

    public static void Register(KnownTable table) => table
        .Methods([Collection, "System.Collections.IList", "System.Collections.Concurrent.ConcurrentBag"], "Add", Add)
        .Methods([List, "System.Collections.ArrayList"], "AddRange", call => Change(call, s => Append(call, s, call.Source(0))))
        .Method("System.Collections.Generic.CollectionExtensions", "AddRange", call => ChangeFirst(call, s => Append(call, s, call.Source(1))))
        .Methods([IndexedList, "System.Collections.IList"], "Insert", call => Change(call, s => Insert(call, s, [new Element(call.Guard, call[1])])))
        .Method(List, "InsertRange", call => Change(call, s => Insert(call, s, [.. call.Source(1).Each.Select(e => e with { Guard = e.Guard & call.Guard })])))
        .Method(LinkedList, "AddLast", Add)
        .Method(LinkedList, "AddFirst", call => Change(call, s => s.Insert(0, call.Added(s, call[0]))))
        .Methods([Collection, "System.Collections.IList"], "Remove", Remove)
        .Methods([IndexedList, "System.Collections.IList"], "RemoveAt", call => Change(call, s => RemoveAt(call, s)))
        .Method(List, "RemoveAll", RemoveAll)
        .Method(List, "RemoveRange", call => Change(call, s => RemoveRange(call, s)))
        .Methods([Collection, "System.Collections.IList"], "Clear", Clear)
        .Method(List, "ForEach", call => ForEach(call, call.Source(), call[0]))
        .Method(List, "Sort", call => Change(call, s => Sort(call, s)))
        .Method(List, "Reverse", call => Change(call, s => Reverse(call, s)))
        .Method(List, "EnsureCapacity TrimExcess", call => call.Sequence() is null ? null : call.Unknown("it is the room a list has"))
        .Getter(List, "Capacity", call => call.Sequence() is null ? null : call.Unknown("it is the room a list has"))
        .Setters([List], "Capacity", call => call.Sequence() is null ? null : ConstantValue.Null)
        .Getters(Indexed, "[]", Get)
        .Setters([IndexedList, "System.Collections.IList", "System.Span"], "[]", call => Change(call, s => Replace(call, s)));

    /// <summary>Adds what a collection has, on the current paths.</summary>
    public static void Append(KnownCall call, SequenceValue sequence, Source from) =>
        Fill(call, sequence, from.Each.Select(e => e with { Guard = e.Guard & call.Guard }));

    /// <summary>Adds elements, each on its paths.</summary>
    public static void Fill(KnownCall call, SequenceValue sequence, IEnumerable<Element> elements)
    {
        foreach (var element in elements)
        {
            if (Sequences.IsSet(sequence))
            {
                Sets.AddTo(call, sequence, element);
            }
            else
            {
                sequence.Add(call.Added(sequence, element));
            }
        }
    }

    /// <summary>Calls a delegate for each element in turn.</summary>
    public static Value ForEach(KnownCall call, Source source, Value action)
    {
        foreach (var element in source.Each)
        {
            call.Run(element, action, element.Value);
        }

        return ConstantValue.Null;
    }

    /// <summary>Changes the sequence that is the receiver; null where the receiver is not known to be one.</summary>
    public static Value? Change(KnownCall call, Action<SequenceValue> change) => Change(call.Sequence(), change);

    private static Value? ChangeFirst(KnownCall call, Action<SequenceValue> change) => Change(Source.Unwrap(call[0]) as SequenceValue, change);

    private static Value? Change(SequenceValue? sequence, Action<SequenceValue> change)
    {
        if (sequence is null)
        {
            return null;
        }

        change(sequence);
        return ConstantValue.Null;
    }

    private static Value? Get(KnownCall call) => call.Sequence() is not { } sequence ? null
        // What a loop asks each time.
        : call[0] is ConstantValue { Content: int place and >= 0 } && IsOrdered(call, sequence) && sequence.IsCertainUpTo(place + 1, call.Guard) ? ChoiceValue.On(call.Guard, sequence.Elements[place].Value)
        : Picks.ElementAt(call, call.Source(), call[0], null);

    private static Value? Add(KnownCall call)
    {
        switch (Source.Unwrap(call.Receiver))
        {
            case SequenceValue set when Sequences.IsSet(set):
                return GuardValue.Of(Sets.AddTo(call, set, new Element(call.Guard, call[0])));
            case SequenceValue list:
                list.Add(call.Added(list, call[0]));
                return ConstantValue.Null;
            case DictionaryValue dictionary:
                Dictionaries.SetAll(call, dictionary, new Element(call.Guard, call[0]), call.Part(call[0], "Key"), call.Part(call[0], "Value"));
                return ConstantValue.Null;
            default:
                return null;
        }
    }

    private static void Insert(KnownCall call, SequenceValue sequence, IReadOnlyList<Element> added) => AtIndex(call, sequence, call[0], allowEnd: true, place =>
    {
        for (var i = 0; i < added.Count; i++)
        {
            sequence.Insert(place + i, call.Added(sequence, added[i] with { Guard = added[i].Guard & call.Guard }));
        }
    }, () =>
    {
        foreach (var element in added)
        {
            sequence.Add(call.Added(sequence, element with { Guard = element.Guard & call.Guard }));
        }

        sequence.Shuffle();
    });

    private static Value? Remove(KnownCall call)
    {
        if (call.Sequence() is not { } sequence)
        {
            return null;
        }

        // The next one that is added to a set takes the place of the one that is gone.
        sequence.IsShuffled |= Sequences.IsSet(sequence);
        return call.Map(call[0], wanted =>
        {
            // The first that is equal, on each path.
            var remaining = Guard.Always;
            for (var i = 0; i < sequence.Elements.Count && call.IsPossible(remaining); i++)
            {
                var element = sequence.Elements[i];
                var on = remaining & element.Guard & Questions.Equal(call, element.Value, wanted, sequence.Identity);
                if (element.IsMany || !call.IsPossible(on))
                {
                    continue;
                }

                remaining = remaining.Except(on);
                if (sequence.Remove(i, call.Guard & on))
                {
                    i--;
                }
            }

            if (!call.IsPossible(sequence.MayHaveMore))
            {
                return GuardValue.Of(!remaining);
            }

            var open = sequence.MayHaveMore & call.Ask(sequence.Key + "@" + sequence.Version + ".Remove(" + Evaluator.KeyOf(wanted) + ")", sequence, wanted);
            return GuardValue.Of(!remaining | open);
        });
    }

    private static void RemoveAt(KnownCall call, SequenceValue sequence) =>
        AtIndex(call, sequence, call[0], allowEnd: false, place => sequence.Remove(place, call.Guard), () => LoseAll(call, sequence));

    private static void RemoveRange(KnownCall call, SequenceValue sequence)
    {
        if (call[0] is ConstantValue { Content: int start } && call[1] is ConstantValue { Content: int count } && start >= 0 && count >= 0
            && sequence.IsCertainUpTo(start + count, call.Guard) && !call.IsPossible(sequence.MayHaveMore))
        {
            for (var i = start + count - 1; i >= start; i--)
            {
                sequence.Remove(i, call.Guard);
            }
        }
        else
        {
            LoseAll(call, sequence);
        }
    }

    private static Value? RemoveAll(KnownCall call)
    {
        if (call.Sequence() is not { } sequence)
        {
            return null;
        }

        var hits = call.Source().Each.Select(e => e with { Guard = call.Test(e, call[0], e.Value) }).ToList();
        for (var i = sequence.Elements.Count - 1; i >= 0; i--)
        {
            var value = sequence.Elements[i].Value;
            var gone = hits.FirstOrDefault(h => ReferenceEquals(h.Value, value)).Guard ?? Guard.Never;
            if (call.IsPossible(gone))
            {
                sequence.Remove(i, call.Guard & gone);
            }
        }

        return Questions.Count(call, hits, call.Evaluator.NewKey(sequence.Key + ".RemoveAll"));
    }

    private static Value? Clear(KnownCall call)
    {
        switch (Source.Unwrap(call.Receiver))
        {
            case SequenceValue sequence:
                sequence.Clear(call.Guard);
                return ConstantValue.Null;
            case DictionaryValue dictionary:
                dictionary.Clear(call.Guard);
                return ConstantValue.Null;
            default:
                return null;
        }
    }

    private static void Sort(KnownCall call, SequenceValue sequence)
    {
        if (call.Count == 0 && Orderings.TrySort(sequence.Elements, e => e.Value, descending: false, out var sorted) && sequence.Elements.All(e => e.Guard.Implies(call.Guard)))
        {
            sequence.Reorder(sorted);
        }
        else
        {
            sequence.Shuffle();
        }
    }

    private static void Reverse(KnownCall call, SequenceValue sequence)
    {
        // On some paths only, the order depends on the path; a list that is all there on just these paths is never seen on the others.
        if (call.Count == 0 && sequence.Elements.All(e => e.Guard.Implies(call.Guard)))
        {
            sequence.Reorder(sequence.Elements.Reverse());
        }
        else
        {
            sequence.Shuffle();
        }
    }

    private static void Replace(KnownCall call, SequenceValue sequence) =>
        AtIndex(call, sequence, call[0], allowEnd: false, place => sequence.Replace(place, call.Guard, call.Assigned), () =>
        {
            sequence.Add(call.Guard, call.Assigned);
            LoseAll(call, sequence);
        });

    /// <summary>Does something at the place that an index means, on each path; something else where that is not known.</summary>
    private static void AtIndex(KnownCall call, SequenceValue sequence, Value index, bool allowEnd, Action<int> known, Action unknown) => call.Map(index, one =>
    {
        if (one is ConstantValue { Content: int place } && place >= 0 && IsOrdered(call, sequence)
            && (sequence.IsCertainUpTo(allowEnd ? place : place + 1, call.Guard) || (place == 0 && allowEnd)))
        {
            known(place);
        }
        else
        {
            unknown();
        }

        return ConstantValue.Null;
    });

    private static bool IsOrdered(KnownCall call, SequenceValue sequence) => !sequence.IsShuffled && !call.IsPossible(sequence.MayHaveMore);

    /// <summary>Some element was taken away or replaced, and it is not known which.</summary>
    private static void LoseAll(KnownCall call, SequenceValue sequence)
    {
        call.Lose(sequence, Guard.Always, "it is in a list that was changed at an index that is not known");
        sequence.Shuffle();
        sequence.Open(call.Guard, "an element at an index that is not known was changed");
    }
}
