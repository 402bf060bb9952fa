using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam.Matching;

/// <summary>
/// IAM's comparison of a pattern with a value, over texts with holes: Yes where it matches whatever fills the holes, No where it matches for
/// nothing that may fill them, else Unknown. A hole that is in both is filled with the same text, which (the value being a thing's name) has no
/// wildcard in it. The partition is taken to be the one that makes them match: who spells <c>arn:aws:</c> out deploys there.
/// </summary>
internal static class TemplateMatcher
{
    private static readonly string[] Partitions = ["aws", "aws-cn", "aws-us-gov"];

    /// <summary>Steps of the pattern times steps of the value; the longest ARNs stay below. Beyond it the answer is Unknown.</summary>
    private const int MaxWork = 1_000_000;

    /// <summary>Whether a resource pattern of a policy covers an ARN.</summary>
    public static Ternary Covers(Template pattern, Template value) => Match(pattern, value, MatchSyntax.Wildcards | MatchSyntax.Variables);

    /// <summary>Whether two texts are the same.</summary>
    public static Ternary Equal(Template left, Template right) => Match(left, right, MatchSyntax.None);

    public static Ternary Match(Template pattern, Template value, MatchSyntax syntax)
    {
        if (pattern.Literal is { } text && value.Literal is { } other && !HasSpecial(text, syntax))
        {
            return string.Equals(text, other, syntax.Has(MatchSyntax.IgnoreCase) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal).ToTernary();
        }

        var best = MatchIn(Partitions[0], pattern, value, syntax);
        for (var i = 1; i < Partitions.Length && best != Ternary.Yes && MayDependOnPartition(pattern, value); i++)
        {
            best = best.Or(MatchIn(Partitions[i], pattern, value, syntax));
        }

        return best;
    }

    private static Ternary MatchIn(string partition, Template pattern, Template value, MatchSyntax syntax)
    {
        var (p, v) = (new TemplateCursor(pattern, partition), new TemplateCursor(value, partition));
        if (!SkipCommonStart(ref p, ref v, syntax) || EndsDiffer(pattern, value, syntax))
        {
            return Ternary.No;
        }

        if (p.AtEnd && v.AtEnd)
        {
            return Ternary.Yes;
        }

        if (syntax.Has(MatchSyntax.Wildcards) && p.PartsLeft == 1 && p.Text is { } rest && rest.Length == p.Offset + 1 && rest[p.Offset] == '*')
        {
            return Ternary.Yes;
        }

        var scratch = Scratch.Rent();
        Tokenizer.Read(p, syntax, scratch.Pattern);
        Tokenizer.Read(v, syntax & MatchSyntax.IgnoreCase, scratch.Value);
        var result = MatchRest(scratch);
        scratch.Return();
        return result;
    }

    private static Ternary MatchRest(Scratch scratch)
    {
        DropCommonEnd(scratch.Pattern, scratch.Value);
        return (long)(scratch.Pattern.Count + 1) * (scratch.Value.Count + 1) > MaxWork ? Ternary.Unknown
            : AlwaysMatcher.Matches(scratch) ? Ternary.Yes
            : SometimesMatcher.Matches(scratch) ? Ternary.Unknown
            : Ternary.No;
    }

    /// <summary>Whether both end in text, and in another character: the cheapest way to see that they can't match.</summary>
    private static bool EndsDiffer(Template pattern, Template value, MatchSyntax syntax) =>
        pattern.Suffix is { Length: > 0 } p && value.Suffix is { Length: > 0 } v
        && p[p.Length - 1] is var last && !IsSpecial(last, syntax) && last != '}' && !Same(last, v[v.Length - 1], syntax);

    /// <summary>Moves over what both start with. False if they differ already there, so that they can't match.</summary>
    private static bool SkipCommonStart(ref TemplateCursor pattern, ref TemplateCursor value, MatchSyntax syntax)
    {
        while (!pattern.AtEnd && !value.AtEnd)
        {
            if (pattern.Text is { } p && value.Text is { } v)
            {
                var (i, j) = (pattern.Offset, value.Offset);
                while (i < p.Length && j < v.Length && !IsSpecial(p[i], syntax) && Same(p[i], v[j], syntax))
                {
                    i++;
                    j++;
                }

                if (i < p.Length && j < v.Length)
                {
                    (pattern, value) = (pattern.Advance(i - pattern.Offset), value.Advance(j - value.Offset));
                    return IsSpecial(p[i], syntax);
                }

                (pattern, value) = (pattern.Advance(i - pattern.Offset), value.Advance(j - value.Offset));
            }
            else if (pattern.Hole is { } hole && hole.Equals(value.Hole))
            {
                (pattern, value) = (pattern.NextPart(), value.NextPart());
            }
            else
            {
                return true;
            }
        }

        return true;
    }

    private static void DropCommonEnd(List<Token> pattern, List<Token> value)
    {
        var same = 0;
        while (same < pattern.Count && same < value.Count && IsSameEnd(pattern[pattern.Count - 1 - same], value[value.Count - 1 - same]))
        {
            same++;
        }

        // A hole goes whole or not at all, lest its other steps lose their meaning.
        while (same > 0 && (IsInsideHole(pattern, pattern.Count - same) || IsInsideHole(value, value.Count - same)))
        {
            same--;
        }

        pattern.RemoveRange(pattern.Count - same, same);
        value.RemoveRange(value.Count - same, same);
    }

    private static bool IsSameEnd(Token pattern, Token value) =>
        pattern.Hole is null
            ? pattern.Kind == TokenKind.Literal && value.Kind == TokenKind.Literal && pattern.Character == value.Character
            : pattern.IsSameStep(value);

    private static bool IsInsideHole(List<Token> tokens, int index) => tokens[index].Hole is not null && tokens[index].Step > 0;

    private static bool IsSpecial(char c, MatchSyntax syntax) =>
        (c is '*' or '?' && syntax.Has(MatchSyntax.Wildcards)) || (c == '$' && syntax.Has(MatchSyntax.Variables));

    private static bool HasSpecial(string text, MatchSyntax syntax) =>
        (syntax.Has(MatchSyntax.Wildcards) && (text.IndexOf('*') >= 0 || text.IndexOf('?') >= 0)) || (syntax.Has(MatchSyntax.Variables) && text.IndexOf('$') >= 0);

    private static bool Same(char a, char b, MatchSyntax syntax) =>
        a == b || (syntax.Has(MatchSyntax.IgnoreCase) && char.ToLowerInvariant(a) == char.ToLowerInvariant(b));

    /// <summary>Whether another partition than <c>aws</c> may make a difference: one of the texts leaves it open and the other spells it out.</summary>
    private static bool MayDependOnPartition(Template pattern, Template value) =>
        (HasPartition(pattern) && SpellsPartition(value)) || (HasPartition(value) && SpellsPartition(pattern));

    private static bool HasPartition(Template template)
    {
        foreach (var part in template.Parts)
        {
            if (part.Hole is { Kind: HoleKind.Partition })
            {
                return true;
            }
        }

        return false;
    }

    private static bool SpellsPartition(Template template)
    {
        foreach (var part in template.Parts)
        {
            if (part.Text is { } text && text.IndexOf("aws-", StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
