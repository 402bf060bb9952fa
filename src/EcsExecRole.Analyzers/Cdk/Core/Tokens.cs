using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// CDK's tokens: texts that only CloudFormation knows. CDK decides by them what it can compare (<c>Token.isUnresolved</c>), so a token has to be told from a
/// text that merely this analysis does not know.
/// </summary>
internal static class Tokens
{
    private const string Prefix = "token:";

    /// <summary>A token of its own: the same for the same <paramref name="key"/>, equal to nothing else that is known.</summary>
    public static Template Of(string key, string display, HoleKind kind = HoleKind.Any) => Template.Of(new Hole(Prefix + key, kind, display));

    /// <summary>Whether <c>Token.isUnresolved</c> says yes: a part of the text is a token.</summary>
    public static Ternary IsUnresolved(Template text)
    {
        var any = Ternary.No;
        foreach (var part in text.Parts)
        {
            any = any.Or(part.Hole is { } hole ? IsToken(hole) ? Ternary.Yes : Ternary.Unknown : Ternary.No);
        }

        return any;
    }

    /// <summary>Whether <paramref name="value"/> is or holds a token.</summary>
    public static Ternary IsUnresolved(Value value) => value switch
    {
        ConstantValue => Ternary.No,
        TextValue text => IsUnresolved(text.Text),
        _ => Ternary.Unknown,
    };

    /// <summary>What <c>Token.compareStrings</c> finds: Yes where one of the two is a token or they are the same, No where both are known and differ.</summary>
    public static Ternary AreEqualOrUnresolved(Template left, Template right)
    {
        if (left.Equals(right))
        {
            return Ternary.Yes;
        }

        var unresolved = IsUnresolved(left).Or(IsUnresolved(right));
        return unresolved != Ternary.No ? unresolved : (left.Literal == right.Literal).ToTernary();
    }

    private static bool IsToken(Hole hole) =>
        hole.Kind == HoleKind.Generated
        || hole.Key.StartsWith(Prefix, StringComparison.Ordinal)
        || hole.Key.StartsWith("AWS::", StringComparison.Ordinal);
}
