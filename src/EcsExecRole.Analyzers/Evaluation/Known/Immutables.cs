using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Immutable and frozen collections: each change is a new one.</summary>
internal static class Immutables
{
    private const string Namespace = "System.Collections.Immutable.";
    private static readonly string[] Lists = [Namespace + "ImmutableArray", Namespace + "ImmutableList"];
    private static readonly string[] Sets = [Namespace + "ImmutableHashSet", Namespace + "ImmutableSortedSet"];
    private static readonly string[] Maps = [Namespace + "ImmutableDictionary", Namespace + "ImmutableSortedDictionary"];
    private const string FrozenSet = "System.Collections.Frozen.FrozenSet";
    private const string FrozenMap = "System.Collections.Frozen.FrozenDictionary";
    private static readonly string[] ListInterfaces = [Namespace + "ImmutableArray", Namespace + "IImmutableList"];

    public static void Register(KnownTable table)
    {
        table
            .Methods([.. Lists, .. Sets], "Create CreateRange", Create)
            .Methods(Maps, "Create CreateRange", CreateMap)
            .Methods([.. Lists, .. Sets], "CreateBuilder", call => call.NewSequence([]))
            .Methods(Maps, "CreateBuilder", call => Dictionaries.Fill(call, null, call.Comparer() ?? ValueIdentity.Exact))
            .Methods([Namespace + "ImmutableArray", Namespace + "ImmutableList"], "ToImmutableArray ToImmutableList ToBuilder", CopyOf)
            .Methods(Sets, "ToImmutableHashSet ToImmutableSortedSet ToBuilder", Conversions.ToSet)
            .Methods(Maps, "ToImmutableDictionary ToImmutableSortedDictionary", Conversions.ToDictionary)
            .Methods(Maps, "GetValueOrDefault", Dictionaries.GetValueOrDefault)
            .Methods(Maps, "ToBuilder", call => CopyMap(call))
            .Method(FrozenMap, "ToFrozenDictionary", Conversions.ToDictionary)
            .Method(FrozenSet, "ToFrozenSet", Conversions.ToSet)
            .Method(FrozenSet, "Create", Create)
            .Getters([FrozenSet, FrozenMap], "Empty", call => Empty(call.Evaluator, call.Member.ContainingType))
            .Getters([FrozenSet], "Items", call => call.Sequence() is null ? null : call.Copy(call.Source()))
            .Methods(ListInterfaces, "Add", call => Changed(call, s => s.Add(call.Guard, call[0])))
            .Methods(ListInterfaces, "AddRange", call => Changed(call, s => Evaluation.Lists.Append(call, s, call.Source(0))))
            .Methods(ListInterfaces, "Insert", call => call[0] is ConstantValue { Content: int place } && call.Sequence() is { } s && s.IsCertainUpTo(place, call.Guard)
                ? Changed(call, copy => copy.Insert(place, call.Guard, call[1]))
                : null)
            .Methods(ListInterfaces, "Remove", call => Without(call, e => call.Evaluator.AreEqual(e.Value, call[0]), firstOnly: true))
            .Methods(ListInterfaces, "RemoveAll", call => Without(call, e => call.Test(e, call[0], e.Value), firstOnly: false))
            .Methods([.. ListInterfaces, Namespace + "IImmutableSet"], "Clear", call => call.Sequence() is null ? null : call.NewSequence([]))
            .Methods(ListInterfaces, "SetItem", call => call[0] is ConstantValue { Content: int place } && call.Sequence() is { } s && s.IsCertainUpTo(place + 1, call.Guard)
                ? Changed(call, copy => copy.Replace(place, call.Guard, call[1]))
                : null)
            .Method(Namespace + "IImmutableSet", "Add", call => Changed(call, s => Evaluation.Sets.AddTo(call, s, new Element(call.Guard, call[0]))))
            .Method(Namespace + "IImmutableSet", "Union", call => Changed(call, s => Evaluation.Lists.Append(call, s, call.Source(0))))
            .Method(Namespace + "IImmutableSet", "Remove", call => Without(call, e => call.Evaluator.AreEqual(e.Value, call[0]), firstOnly: true))
            .Method(Namespace + "IImmutableDictionary", "Add SetItem", call => ChangedMap(call, d => Dictionaries.SetAll(call, d, new Element(call.Guard, call[1]), call[0], call[1])))
            .Method(Namespace + "IImmutableDictionary", "AddRange SetItems", AddAll)
            .Method(Namespace + "IImmutableDictionary", "Remove", RemoveKey)
            .Method(Namespace + "IImmutableDictionary", "Clear", call => call.Dictionary() is null ? null : Dictionaries.Fill(call, null, ValueIdentity.Exact));

        foreach (var builder in Lists.Concat(Sets).Select(l => l + ".Builder"))
        {
            table.Method(builder, "ToImmutable MoveToImmutable DrainToImmutable ToArray", call => call.Sequence() is null ? null : CopyOf(call))
                .Method(builder, "AddRange", call => Evaluation.Lists.Change(call, s => Evaluation.Lists.Append(call, s, call.Source(0))));
        }

        foreach (var builder in Maps.Select(m => m + ".Builder"))
        {
            table.Method(builder, "ToImmutable", call => CopyMap(call))
                .Method(builder, "AddRange", call => call.Dictionary() is { } dictionary ? Fill(call, dictionary) : null);
        }
    }

    /// <summary>The empty collection of an immutable type; null for a type that is none.</summary>
    public static Value? Empty(Evaluator evaluator, INamedTypeSymbol type)
    {
        var name = KnownTable.NameOf(type);
        return Lists.Contains(name) || Sets.Contains(name) || name == FrozenSet ? new SequenceValue(evaluator.NumberedKey(type.Name), [], Guard.Never) { Type = type }
            : Maps.Contains(name) || name == FrozenMap ? new DictionaryValue(evaluator.NumberedKey(type.Name), [], Guard.Never) { Type = type }
            : null;
    }

    private static Value CopyOf(KnownCall call) => Evaluation.Sequences.IsSet(new SequenceValue("", [], Guard.Never) { Type = call.ReturnType })
        ? CopySequence(call)
        : call.Copy(call.Source());

    /// <summary>A copy that tells its elements apart by the same comparer.</summary>
    private static SequenceValue CopySequence(KnownCall call)
    {
        var source = call.Source();
        return new SequenceValue(call.DerivedKey(source), source.Each, Guard.Never) { Type = call.ReturnType, Identity = source.Identity, IsShuffled = source.IsShuffled };
    }

    private static DictionaryValue? CopyMap(KnownCall call) => call.Dictionary() is { } dictionary
        ? new DictionaryValue(call.Evaluator.NewKey(dictionary.Key), dictionary.Entries, dictionary.MayHaveMore) { Type = call.ReturnType, Identity = dictionary.Identity }
        : null;

    /// <summary>Of its arguments, of an array, or of a collection.</summary>
    private static Value Create(KnownCall call)
    {
        var isSet = Evaluation.Sequences.IsSet(new SequenceValue("", [], Guard.Never) { Type = call.ReturnType });
        var result = new SequenceValue(call.Evaluator.NewKey(call.Member.ContainingType.Name), [], Guard.Never) { Type = call.ReturnType, Identity = call.Comparer() ?? ValueIdentity.Exact };
        foreach (var argument in call.Arguments.Items)
        {
            if (argument.Parameter.Type.Name is "IEqualityComparer" or "IComparer")
            {
                continue;
            }

            foreach (var element in argument.Parameter.Type.TypeKind is TypeKind.Array or TypeKind.Interface or TypeKind.Struct
                && Evaluation.Source.ElementTypeOf(argument.Parameter.OriginalDefinition.Type) is not null
                    ? Evaluation.Source.Of(call, argument.Value).Each
                    : [new Element(Guard.Always, argument.Value)])
            {
                if (isSet)
                {
                    Evaluation.Sets.AddTo(call, result, element);
                }
                else
                {
                    result.Add(element);
                }
            }
        }

        return result;
    }

    private static Value CreateMap(KnownCall call) =>
        Dictionaries.Fill(call, Evaluation.Sequences.CopiedCollection(call), call.Comparer() ?? ValueIdentity.Exact);

    private static Value? Changed(KnownCall call, Action<SequenceValue> change)
    {
        if (call.Sequence() is null)
        {
            return null;
        }

        var copy = CopySequence(call);
        change(copy);
        return copy;
    }

    private static Value? ChangedMap(KnownCall call, Action<DictionaryValue> change)
    {
        if (CopyMap(call) is not { } copy)
        {
            return null;
        }

        change(copy);
        return copy;
    }

    private static Value? AddAll(KnownCall call)
    {
        if (CopyMap(call) is not { } copy)
        {
            return null;
        }

        Fill(call, copy);
        return copy;
    }

    private static Value Fill(KnownCall call, DictionaryValue dictionary)
    {
        foreach (var pair in call.Source(0).Each)
        {
            Dictionaries.SetAll(call, dictionary, pair with { Guard = pair.Guard & call.Guard }, call.Part(pair.Value, "Key"), call.Part(pair.Value, "Value"));
        }

        return ConstantValue.Null;
    }

    private static Value? Without(KnownCall call, Func<Element, Guard> isGone, bool firstOnly)
    {
        if (call.Sequence() is null)
        {
            return null;
        }

        var source = call.Source();
        var remaining = Guard.Always;
        var kept = new List<Element>();
        foreach (var element in source.Each)
        {
            var gone = remaining & element.Guard & isGone(element);
            kept.Add(element with { Guard = element.Guard.Except(gone) });
            if (firstOnly)
            {
                remaining = remaining.Except(gone);
            }
        }

        return new SequenceValue(call.DerivedKey(source), Filters.Kept(call, kept), Guard.Never) { Type = call.ReturnType, Identity = source.Identity, IsShuffled = source.IsShuffled };
    }

    private static Value? RemoveKey(KnownCall call) => ChangedMap(call, copy => call.Map(call[0], key =>
    {
        foreach (var (place, on) in Lookup.Find(call, copy, key).Places)
        {
            copy.RemoveAt(place, call.Guard & on);
        }

        return ConstantValue.Null;
    }));
}
