using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A collection as something that is read: what its elements are on the paths of one call.</summary>
/// <param name="Key">The identity of this content of the collection.</param>
/// <param name="Known">The elements that are known, in order, each on a possible path; some may stand for many.</param>
/// <param name="More">The paths on which there may be others.</param>
/// <param name="Symbolic">Any one of the others.</param>
/// <param name="IsShuffled">Whether the order is not known.</param>
internal sealed record Source(string Key, IReadOnlyList<Element> Known, Guard More, Value Symbolic, bool IsShuffled)
{
    public string Key { get; init => field = Shortened.Key(value); } = Shortened.Key(Key);

    /// <summary>What the elements of a collection are told apart by, in a set.</summary>
    public ValueIdentity Identity { get; init; } = ValueIdentity.Exact;

    /// <summary>The paths on which there is another element: the condition under which <c>foreach</c> runs its body for one, too.</summary>
    public Guard There { get; init; } = Guard.Never;

    /// <summary>All elements: the known ones, then any one of the others as one that stands for many.</summary>
    public IEnumerable<Element> Each => There.IsNever ? Known : Known.Append(new Element(There, Symbolic) { IsMany = true });

    /// <summary>Reads <paramref name="collection"/>, which may be a choice of several.</summary>
    public static Source Of(KnownCall call, Value collection)
    {
        collection = call.Evaluator.Forced(collection);
        if (ChoiceValue.On(call.Guard, collection) is not ChoiceValue choice)
        {
            return Open(call, OfOne(call, ChoiceValue.On(call.Guard, collection)));
        }

        var known = new List<Element>();
        var symbolic = new List<Alternative>();
        var more = Guard.Never;
        var shuffled = false;
        var keys = new List<string>();
        foreach (var alternative in choice.Alternatives)
        {
            var source = OfOne(call, alternative.Value);
            known.AddRange(source.Known.Select(e => e with { Guard = e.Guard & alternative.Guard }).Where(e => call.IsPossible(e.Guard)));
            if ((source.More & alternative.Guard) is { IsFeasible: true } open)
            {
                more |= open;
                symbolic.Add(new(open, source.Symbolic));
            }

            shuffled |= source.IsShuffled;
            keys.Add(source.Key);
        }

        return Open(call, new(string.Join("|", keys), known, more, symbolic.Count == 0 ? ConstantValue.Null : ChoiceValue.Of(symbolic), shuffled));
    }

    /// <summary>The sequence or dictionary that a value is: itself, or what an object of a class derived from one holds.</summary>
    public static Value Unwrap(Value value) => value is ObjectValue { Payload: Value { } content and (SequenceValue or DictionaryValue) } ? content : value;

    /// <summary>The static type of the elements of a collection type.</summary>
    public static ITypeSymbol? ElementTypeOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { SpecialType: SpecialType.System_String } => null,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } sequence => sequence.TypeArguments[0],
        INamedTypeSymbol named => named.AllInterfaces.FirstOrDefault(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0]
            ?? (named is { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", TypeArguments.Length: 1 } ? named.TypeArguments[0] : null),
        _ => null,
    };

    private static Source Open(KnownCall call, Source source)
    {
        if (!call.IsPossible(source.More))
        {
            return source;
        }

        var there = source.Symbolic.Alternatives.Aggregate(Guard.Never, (sum, a) => sum | (a.Guard
            & call.Evaluator.ThereIs(a.Value)));
        // Code that cannot be seen may have put the others anywhere.
        return source with { There = source.More & there, IsShuffled = source.IsShuffled || source.Known.Count > 0 };
    }

    private static Source OfOne(KnownCall call, Value collection)
    {
        switch (Unwrap(collection))
        {
            case SequenceValue sequence:
                var key = sequence.Version == 0 ? sequence.Key : sequence.Key + "@" + sequence.Version;
                return new(key, Possible(call, sequence.Elements), sequence.MayHaveMore, sequence.SymbolicElement(ElementTypeOf(sequence.Type)), sequence.IsShuffled)
                {
                    Identity = sequence.Identity,
                };
            case DictionaryValue dictionary:
                return Pairs.Entries(call, dictionary);
            case ConstantValue { Content: string text }:
                return new(text, [.. text.Select(c => new Element(Guard.Always, ConstantValue.Of(c)))], Guard.Never, ConstantValue.Null, false);
            case { IsNull: true }:
                return new("null", [], Guard.Never, ConstantValue.Null, false);
            case UnknownValue unknown:
                return new(unknown.Key, [], Guard.Always, new UnknownValue(unknown.Key + "[*]", "an element of " + unknown.Display, ElementTypeOf(unknown.Type), unknown.Reason), false);
            case var other:
                var identity = Evaluator.KeyOf(other);
                return new(identity, [], Guard.Always, call.UnknownAs(identity + "[*]", "an element of " + Evaluator.DisplayOf(other), ElementTypeOf((other as ObjectValue)?.Type), "its collection is not followed"), false);
        }
    }

    private static IReadOnlyList<Element> Possible(KnownCall call, IReadOnlyList<Element> elements)
    {
        // A snapshot in any case: a delegate that runs over the elements may change the collection.
        var possible = new List<Element>(elements.Count);
        foreach (var element in elements)
        {
            if (element.Guard.IsAlways || call.IsPossible(element.Guard))
            {
                possible.Add(element);
            }
        }

        return possible;
    }
}
