using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Takes an element that an iterator yields.</summary>
/// <param name="value">The element.</param>
/// <param name="isMany">Whether it stands for any number of elements.</param>
internal delegate void Yield(Value value, bool isMany);

/// <summary>A sequence that is made while it is enumerated, and anew each time: an iterator's, or what an operator of LINQ yields. Nothing of it has run before.</summary>
/// <param name="key">The identity.</param>
/// <param name="type">The static type.</param>
/// <param name="parts">What it uses when it is enumerated.</param>
/// <param name="enumerate">Enumerates it; null where all elements went to the argument instead.</param>
internal sealed class DeferredValue(string key, ITypeSymbol? type, ImmutableArray<Value> parts, Func<Yield?, Value?> enumerate) : Value
{
    public string Key { get; } = key;

    public ITypeSymbol? Type { get; } = type;

    public ImmutableArray<Value> Parts { get; } = parts;

    /// <summary>The operator of LINQ that yields it, with its arguments; null where that is something else.</summary>
    public (IMethodSymbol Method, Arguments Arguments)? Operator { get; init; }

    /// <summary>The elements now, as a sequence.</summary>
    public Value Enumerate() => enumerate(null)!;

    /// <summary>Enumerates it, and hands each element out as soon as there is one if it can; else the elements are what it returns.</summary>
    public Value? Enumerate(Yield each) => enumerate(each);

    public override string ToString() => Key;
}
