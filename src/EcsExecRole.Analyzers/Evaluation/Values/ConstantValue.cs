using System.Globalization;
using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A value that the compiler could know: null, a Boolean, a number, a character, a string, an enum member by its number, or a type.</summary>
internal sealed class ConstantValue : Value
{
    private const int Small = 1025;

    private static readonly ConstantValue?[] SmallNumbers = new ConstantValue?[Small];

    private Template? text;

    private ConstantValue(object? content, string? enumMember = null, object? lackOf = null)
    {
        Content = content;
        EnumMember = enumMember;
        LackOf = lackOf;
    }

    public static ConstantValue Null { get; } = new(null);

    public static ConstantValue True { get; } = new(true);

    public static ConstantValue False { get; } = new(false);

    public object? Content { get; }

    /// <summary>The name of the enum member, where the constant is one.</summary>
    public string? EnumMember { get; }

    /// <summary>For a null that a library's member yields: what has nothing there yet, so that uses of it can be told; null for every other constant.</summary>
    public object? LackOf { get; }

    public override bool IsNull => Content is null;

    public override Template? Text => text ??= TextOf();

    private Template? TextOf() => Content switch
    {
        null => Template.Empty,
        string text => Template.Of(text),
        _ when EnumMember is { } member => Template.Of(member),
        INamedTypeSymbol type => type is { Arity: 0, ContainingType: null } ? Template.Of(type.ToDisplayString()) : null,
        IFormattable number => Template.Of(number.ToString(null, CultureInfo.InvariantCulture)),
        var other => Template.Of(other.ToString() ?? ""),
    };

    public static ConstantValue Of(object? content, string? enumMember = null) => content switch
    {
        null => Null,
        true => True,
        false => False,
        int and >= 0 and < Small when enumMember is null => SmallNumbers[(int)content] ??= new(content),
        _ => new(content, enumMember),
    };

    /// <summary>Null, for the lack of something of <paramref name="owner"/>'s.</summary>
    public static ConstantValue NullOf(object owner) => new(null, lackOf: owner);

    public override bool IsSameAs(Value other) =>
        ReferenceEquals(this, other) || (other is ConstantValue constant && Equals(Content, constant.Content) && EnumMember == constant.EnumMember);

    public override string ToString() => Content?.ToString() ?? "null";
}
