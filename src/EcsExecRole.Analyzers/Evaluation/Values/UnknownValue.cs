using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// A value that the text of the program does not tell, with an identity: two reads of the same parameter, property path or setting have the same
/// <see cref="Key"/>, and so are the same value.
/// </summary>
internal sealed class UnknownValue(string key, string display, ITypeSymbol? type, string reason) : Value
{
    private Template? text;

    /// <summary>The identity, a path separated by dots.</summary>
    // What will be written there is one thing, and not an input that may be any.
    public string Key { get; } = Shortened.Key(reason == Evaluator.DoesNotCompile ? Evaluator.Unwritten + key : key);

    /// <summary>How the program spells it, for messages.</summary>
    public string Display { get; } = Shortened.Display(display);

    /// <summary>The static type, where one is known.</summary>
    public ITypeSymbol? Type { get; } = type;

    /// <summary>Why it is not known, as a clause: "it is a parameter of a library's entry point".</summary>
    public string Reason { get; } = reason;

    public override Template Text => text ??= Template.Of(new Hole(Key, HoleKind.Any, Display));

    /// <summary>The value of a member of this unknown: as unknown, with an identity of its own.</summary>
    public UnknownValue Member(string name, ITypeSymbol? memberType) => new(Key + "." + name, Display + "." + name, memberType, Reason);

    public override bool IsSameAs(Value other) => other is UnknownValue unknown && Key == unknown.Key;

    public override string ToString() => "?" + Display;
}
