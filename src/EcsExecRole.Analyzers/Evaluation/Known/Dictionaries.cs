using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The dictionaries that can be changed.</summary>
internal static class Dictionaries
{
    private const string Generic = "System.Collections.Generic.";
    private const string Concurrent = "System.Collections.Concurrent.ConcurrentDictionary";

    public static void Register(KnownTable table) => table
        .Constructors([Generic + "Dictionary", Generic + "SortedDictionary", Generic + "SortedList", Generic + "OrderedDictionary", Concurrent], New)
        .Constructor("System.Collections.ObjectModel.ReadOnlyDictionary", call => call[0])
        .Getters([Generic + "IDictionary", Generic + "IReadOnlyDictionary"], "[]", Get)
        .Getters([Generic + "IDictionary", Generic + "IReadOnlyDictionary"], "Keys", call => Parts(call, e => e.Key))
        .Getters([Generic + "IDictionary", Generic + "IReadOnlyDictionary"], "Values", call => Parts(call, e => e.Value))
        .Setters([Generic + "IDictionary", Concurrent], "[]", call => Change(call, d => Set(call, d, call[0], call.Assigned)))
        .Method(Generic + "IDictionary", "Add", Add)
        .Methods([Generic + "Dictionary", Concurrent, Generic + "OrderedDictionary"], "TryAdd", TryAdd)
        .Method(Generic + "CollectionExtensions", "TryAdd", TryAdd)
        .Method(Generic + "IDictionary", "Remove", Remove)
        .Method(Concurrent, "TryRemove", Remove)
        .Method(Generic + "CollectionExtensions", "Remove", Remove)
        .Methods([Generic + "IDictionary", Generic + "IReadOnlyDictionary"], "ContainsKey", call => ContainsKey(call))
        .Methods([Generic + "Dictionary", Generic + "SortedDictionary"], "ContainsValue", call =>
            call.Dictionary() is { } dictionary ? GuardValue.Of(Questions.Contains(call, ValuesOf(call, dictionary), call[0], ValueIdentity.Exact)) : null)
        .Methods([Generic + "IDictionary", Generic + "IReadOnlyDictionary"], "TryGetValue", TryGetValue)
        .Method(Generic + "CollectionExtensions", "GetValueOrDefault", GetValueOrDefault)
        .Method(Concurrent, "GetOrAdd", GetOrAdd)
        .Method(Concurrent, "AddOrUpdate", AddOrUpdate)
        .Method(Generic + "CollectionExtensions", "AsReadOnly", call => Source.Unwrap(call[0]) is DictionaryValue or SequenceValue ? call[0] : null);

    /// <summary>The dictionary that a call is about: the receiver, or the first argument of an extension method.</summary>
    public static DictionaryValue? Dictionary(this KnownCall call) => Source.Unwrap(call.ReceiverOrNone ?? call[0]) as DictionaryValue;

    /// <summary>A dictionary with the pairs of a collection.</summary>
    public static DictionaryValue Fill(KnownCall call, Source? pairs, ValueIdentity identity)
    {
        var result = new DictionaryValue(pairs is null ? call.Evaluator.NumberedKey(call.ReturnType?.Name ?? "Dictionary") : call.DerivedKey(pairs), [], Guard.Never) { Type = call.ReturnType, Identity = identity };
        foreach (var pair in pairs?.Each ?? [])
        {
            SetAll(call, result, pair, call.Part(pair.Value, "Key"), call.Part(pair.Value, "Value"));
        }

        return result;
    }

    /// <summary>Sets an entry on the paths of <paramref name="of"/>; a key that is a choice sets several.</summary>
    public static void SetAll(KnownCall call, DictionaryValue dictionary, Element of, Value key, Value value)
    {
        foreach (var alternative in KnownCall.Split(ChoiceValue.On(call.Guard, Kept(call, dictionary, key))).Alternatives)
        {
            if ((of.Guard & alternative.Guard) is var on && (on.IsAlways || call.IsPossible(on)))
            {
                dictionary.Set(new Entry(on, alternative.Value, value) { IsMany = alternative.Value is not ConstantValue && call.Added(dictionary, of).IsMany });
            }
        }
    }

    /// <summary>The key that a dictionary already has, where an object is equal to one.</summary>
    private static Value Kept(KnownCall call, DictionaryValue dictionary, Value key) => key is not ObjectValue
        ? key
        : dictionary.Entries.Select(e => e.Key).FirstOrDefault(k => k is ObjectValue && call.Guard.Implies(call.Evaluator.AreSame(k, key))) ?? key;

    private static Value? Change(KnownCall call, Action<DictionaryValue> change)
    {
        if (call.Dictionary() is not { } dictionary)
        {
            return null;
        }

        change(dictionary);
        return ConstantValue.Null;
    }

    private static void Set(KnownCall call, DictionaryValue dictionary, Value key, Value value) =>
        SetAll(call, dictionary, new Element(call.Guard, value), key, value);

    private static Value New(KnownCall call) => Fill(call, Sequences.CopiedCollection(call), call.Comparer() ?? ValueIdentity.Exact);

    private static Value? Get(KnownCall call) => call.Dictionary() is { } dictionary
        ? call.Map(call[0], key => Lookup.Find(call, dictionary, key).Value(call, dictionary, key, null))
        : call.ReceiverOrNone is UnknownValue unknown ? call.Map(call[0], key => Lookup.Unknown(call, unknown.Key, unknown.Display, key)) : null;

    private static Value? Parts(KnownCall call, Func<Entry, Value> part) => call.Dictionary() is { } dictionary
        ? new SequenceValue(dictionary.Key + "." + call.Member.Name, PartsOf(call, dictionary, part), dictionary.MayHaveMore) { Type = call.ReturnType }
        : null;

    private static Source ValuesOf(KnownCall call, DictionaryValue dictionary) =>
        Source.Of(call, new SequenceValue(dictionary.Key + ".Values", PartsOf(call, dictionary, e => e.Value), dictionary.MayHaveMore));

    private static IEnumerable<Element> PartsOf(KnownCall call, DictionaryValue dictionary, Func<Entry, Value> part) =>
        dictionary.Entries.Where(e => e.Guard.IsAlways || call.IsPossible(e.Guard)).Select(e => new Element(e.Guard, part(e)) { IsMany = e.IsMany }).ToList();

    private static Value? Add(KnownCall call) => Change(call, dictionary =>
    {
        if (call[0] is not ConstantValue || !call.Guard.Implies(Lookup.Find(call, dictionary, call[0]).Found(call, dictionary, call[0])) || !call.Evaluator.Fails("System.ArgumentException"))
        {
            Set(call, dictionary, call[0], call[1]);
        }
    });

    private static Value? TryAdd(KnownCall call)
    {
        var first = call.ReceiverOrNone is null ? 1 : 0;
        return call.Dictionary() is { } dictionary
            ? call.Map(call[first], key =>
            {
                var isNew = !Lookup.Find(call, dictionary, key).Found(call, dictionary, key);
                if (call.IsPossible(isNew))
                {
                    dictionary.Set(call.Guard & isNew, key, call[first + 1]);
                }

                return GuardValue.Of(isNew);
            })
            : null;
    }

    private static Value? Remove(KnownCall call)
    {
        var first = call.ReceiverOrNone is null ? 1 : 0;
        return call.Dictionary() is { } dictionary
            ? call.Map(call[first], key =>
            {
                var entries = Lookup.Find(call, dictionary, key);
                var found = entries.Found(call, dictionary, key);
                if (call.Count > first + 1)
                {
                    call.Evaluator.AssignOut(call.Arguments.Items[first + 1], entries.Value(call, dictionary, key, DefaultOfValue(call, first + 1)));
                }

                foreach (var (place, on) in entries.Places)
                {
                    dictionary.RemoveAt(place, call.Guard & on);
                }

                return GuardValue.Of(found);
            })
            : null;
    }

    private static Value? ContainsKey(KnownCall call) => call.Dictionary() is { } dictionary
        ? call.Map(call[0], key => GuardValue.Of(Lookup.Find(call, dictionary, key).Found(call, dictionary, key)))
        : call.ReceiverOrNone is UnknownValue unknown ? call.Map(call[0], key => GuardValue.Of(Lookup.Asks(call, unknown.Key, key))) : null;

    private static Value? TryGetValue(KnownCall call)
    {
        if (call.Dictionary() is not { } dictionary)
        {
            if (call.ReceiverOrNone is not UnknownValue unknown)
            {
                return null;
            }

            return call.Map(call[0], key =>
            {
                var there = Lookup.Asks(call, unknown.Key, key);
                call.Evaluator.AssignOut(call.Arguments.Items[1], ChoiceValue.Of(there, Lookup.Unknown(call, unknown.Key, unknown.Display, key), DefaultOfValue(call, 1)));
                return GuardValue.Of(there);
            });
        }

        return call.Map(call[0], key =>
        {
            var entries = Lookup.Find(call, dictionary, key);
            call.Evaluator.AssignOut(call.Arguments.Items[1], entries.Value(call, dictionary, key, DefaultOfValue(call, 1)));
            return GuardValue.Of(entries.Found(call, dictionary, key));
        });
    }

    public static Value? GetValueOrDefault(KnownCall call) => call.Dictionary() is { } dictionary
        ? call.Map(call[1], key => Lookup.Find(call, dictionary, key).Value(call, dictionary, key, call.Count > 2 ? call[2] : Evaluator.DefaultOf(call.ReturnType)))
        : call[0] is UnknownValue unknown
            ? call.Map(call[1], key => ChoiceValue.Of(Lookup.Asks(call, unknown.Key, key), Lookup.Unknown(call, unknown.Key, unknown.Display, key), call.Count > 2 ? call[2] : Evaluator.DefaultOf(call.ReturnType)))
            : null;

    private static Value? GetOrAdd(KnownCall call) => call.Dictionary() is { } dictionary
        ? call.Map(call[0], key =>
        {
            var entries = Lookup.Find(call, dictionary, key);
            var isNew = !entries.Found(call, dictionary, key);
            if (!call.IsPossible(isNew))
            {
                return entries.Value(call, dictionary, key, null);
            }

            var added = call.DelegateArity(1) switch
            {
                0 => call[1],
                1 => call.Run(isNew, call[1], key),
                _ => call.Run(isNew, call[1], key, call[2]),
            };
            dictionary.Set(call.Guard & isNew, key, added);
            return ChoiceValue.Of(isNew, added, entries.Value(call, dictionary, key, added));
        })
        : null;

    private static Value? AddOrUpdate(KnownCall call) => call.Dictionary() is { } dictionary && call.Count == 3
        ? call.Map(call[0], key =>
        {
            var entries = Lookup.Find(call, dictionary, key);
            var isNew = !entries.Found(call, dictionary, key);
            var value = ConstantValue.Null as Value;
            if (call.IsPossible(isNew))
            {
                value = call.DelegateArity(1) == 0 ? call[1] : call.Run(isNew, call[1], key);
            }

            if (call.IsPossible(!isNew))
            {
                value = ChoiceValue.Of(isNew, value, call.Run(!isNew, call[2], key, entries.Value(call, dictionary, key, ConstantValue.Null)));
            }

            dictionary.Set(call.Guard, key, value);
            return value;
        })
        : null;

    private static Value DefaultOfValue(KnownCall call, int parameter) => Evaluator.DefaultOf(call.Arguments.Items[parameter].Parameter.Type);
}
