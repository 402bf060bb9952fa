using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Small objects of the base library, with their members in slots: pairs, tuples, tasks.</summary>
internal static class Pairs
{
    public const string PairType = "System.Collections.Generic.KeyValuePair`2";

    /// <summary>A new object with these members.</summary>
    public static ObjectValue NewObject(this KnownCall call, ITypeSymbol type, params (string Member, Value Value)[] members)
    {
        var instance = new ObjectValue(call.Evaluator.NewKey(type.Name.Length == 0 ? "tuple" : type.Name), type, call.Site.Operation, call.Guard);
        foreach (var (member, value) in members)
        {
            instance.Write(member, call.Guard, value, ConstantValue.Null);
        }

        return instance;
    }

    /// <summary>A type of the base library by its metadata name; <c>object</c> where the compilation lacks it.</summary>
    public static ITypeSymbol TypeNamed(this KnownCall call, string metadataName) =>
        call.Evaluator.Program.TypeNamed(metadataName) ?? (ITypeSymbol)call.Evaluator.Program.Compilation.ObjectType;

    public static ObjectValue NewPair(this KnownCall call, ITypeSymbol? type, Value key, Value value) =>
        call.NewObject(type ?? call.TypeNamed(PairType), ("Key", key), ("Value", value));

    /// <summary>A member of an object that <see cref="NewObject"/> made, or of an unknown.</summary>
    public static Value Part(this KnownCall call, Value value, string member) => call.Map(value, one => one switch
    {
        ObjectValue instance when instance.TryGetSlot(member, out var slot) => ChoiceValue.On(call.Guard, slot.Value),
        UnknownValue unknown => unknown.Member(member, TypeOf(unknown.Type, member)),
        _ => call.UnknownAs(Evaluator.KeyOf(one) + "." + member, Evaluator.DisplayOf(one) + "." + member, null, "it is a member of a value that is not known"),
    });

    /// <summary>A dictionary as the pairs that it is a sequence of.</summary>
    public static Source Entries(KnownCall call, DictionaryValue dictionary)
    {
        var type = Source.ElementTypeOf(dictionary.Type);
        var pairs = dictionary.Entries.Where(e => e.Guard.IsAlways || call.IsPossible(e.Guard))
            .Select(e => new Element(e.Guard, call.NewPair(type, e.Key, e.Value)) { IsMany = e.IsMany }).ToList();
        var key = dictionary.Version == 0 ? dictionary.Key : dictionary.Key + "@" + dictionary.Version;
        var symbolic = new UnknownValue(dictionary.Key + "[*]", "an entry of " + dictionary.Key, type ?? call.TypeNamed(PairType), dictionary.MoreReason ?? "not all entries of the dictionary are known");
        return new(key, pairs, dictionary.MayHaveMore, symbolic, IsShuffled: dictionary.IsShuffled || dictionary.Type is { Name: not ("Dictionary" or "OrderedDictionary") });
    }

    private static ITypeSymbol? TypeOf(ITypeSymbol? type, string member) => type?.GetMembers(member).FirstOrDefault() switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };
}
