using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Equality and order.</content>
internal sealed partial class Evaluator
{
    /// <summary>The paths on which two values are equal, as <c>==</c> on their static types would say.</summary>
    public Guard AreEqual(Value left, Value right)
    {
        if (left is ChoiceValue)
        {
            return AnyEqual(left.Alternatives, right, isLeft: true);
        }

        if (right is ChoiceValue)
        {
            return AnyEqual(right.Alternatives, left, isLeft: false);
        }

        if (left.IsSameAs(right))
        {
            return Guard.Always;
        }

        return (left, right) switch
        {
            (ConstantValue a, ConstantValue b) => ConstantsEqual(a.Content, b.Content) ? Guard.Always : Guard.Never,
            (GuardValue, _) when right is GuardValue or ConstantValue { Content: bool } => Same(AsGuard(left), AsGuard(right)),
            (_, GuardValue) when left is ConstantValue { Content: bool } or UnknownValue => Same(AsGuard(left), AsGuard(right)),
            (GuardValue, UnknownValue) => Same(AsGuard(left), AsGuard(right)),
            (UnknownValue unknown, ConstantValue constant) => EqualsConstant(unknown, constant),
            (ConstantValue constant, UnknownValue unknown) => EqualsConstant(unknown, constant),
            (TextValue text, ConstantValue constant) => TextEquals(text, constant),
            (ConstantValue constant, TextValue text) => TextEquals(text, constant),
            (UnknownValue or TextValue, _) or (_, UnknownValue or TextValue) => OpaqueEqual(left, right),
            (ObjectValue a, ObjectValue b) => ObjectsEqual(a, b),
            _ => Guard.Never,
        };
    }

    private Guard AnyEqual(Alternatives choice, Value other, bool isLeft)
    {
        var equal = Guard.Never;
        foreach (var (guard, one) in choice)
        {
            equal |= guard & (isLeft ? AreEqual(one, other) : AreEqual(other, one));
        }

        return equal;
    }

    private static Guard Same(Guard left, Guard right) => (left & right) | (!left & !right);

    private static bool ConstantsEqual(object? left, object? right) =>
        Equals(left, right)
        || (NumberOf(left) is { } a && NumberOf(right) is { } b && a.Equals(b));

    private Guard EqualsConstant(UnknownValue unknown, ConstantValue constant) => constant.Content switch
    {
        bool wanted => wanted ? AsGuard(unknown) : unknown.Type?.SpecialType == SpecialType.System_Boolean ? !AsGuard(unknown) : Guards.Equal(unknown.Key, false, unknown.Display + " == false"),
        var content => Guards.Equal(unknown.Key, Normalized(content), unknown.Display + " == " + DisplayOf(constant)),
    };

    private static object? Normalized(object? content) => NumberOf(content) ?? content;

    /// <summary>A number or character as a number; null for anything else.</summary>
    private static double? NumberOf(object? content) => content switch
    {
        char c => c,
        string or bool or DateTime => null,
        IConvertible number => number.ToDouble(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private Guard TextEquals(TextValue text, ConstantValue constant)
    {
        if (constant.Content is not string literal
            || !literal.StartsWith(text.Text.Prefix, StringComparison.Ordinal)
            || !literal.EndsWith(text.Text.Suffix, StringComparison.Ordinal)
            || literal.Length < text.Text.Prefix.Length + text.Text.Suffix.Length)
        {
            return Guard.Never;
        }

        // A text that is one hole is that unknown.
        var key = text.Text.Parts.Length == 1 && text.Text.Parts[0].Hole is { } hole ? hole.Key : KeyOf(text);
        return Guards.Equal(key, literal, text + " == " + DisplayOf(constant));
    }

    private Guard OpaqueEqual(Value left, Value right)
    {
        var (a, b) = (KeyOf(left), KeyOf(right));
        if (string.CompareOrdinal(a, b) > 0)
        {
            (a, b) = (b, a);
        }

        return Guards.Opaque(a + " == " + b, [.. Subjects(left), .. Subjects(right)], DisplayOf(left) + " == " + DisplayOf(right));
    }

    /// <summary>The identities of the unknowns that a value depends on.</summary>
    internal static IEnumerable<string> Subjects(Value value) => value switch
    {
        UnknownValue unknown => [unknown.Key],
        TextValue text => text.Text.Parts.Where(p => p.Hole is not null).Select(p => p.Hole!.Key),
        ObjectValue instance => [instance.Key],
        _ => [],
    };
}
