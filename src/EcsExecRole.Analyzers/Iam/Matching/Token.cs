using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam.Matching;

internal enum TokenKind : byte
{
    /// <summary>The character <see cref="Token.Character"/>.</summary>
    Literal,

    /// <summary>One character out of <see cref="Token.Set"/>.</summary>
    One,

    /// <summary>Any number of characters out of <see cref="Token.Set"/>, none included.</summary>
    Many,
}

/// <summary>A step of a pattern or of a value: a character, or a part of a wildcard or hole.</summary>
/// <param name="Step">Which of its hole's steps it is.</param>
/// <param name="Set">The characters that fit; null for a literal.</param>
/// <param name="Hole">The hole that the step is part of; null for text and wildcards.</param>
internal readonly record struct Token(TokenKind Kind, byte Step, char Character, CharSet? Set, Hole? Hole)
{
    public static Token Star { get; } = new(TokenKind.Many, 0, '*', CharSet.Any, null);

    public static Token Question { get; } = new(TokenKind.One, 0, '?', CharSet.Any, null);

    public bool IsWildcard => Kind != TokenKind.Literal && Hole is null;

    public bool IsStar => Kind == TokenKind.Many && Hole is null;

    public bool IsGenerated => Hole?.Kind == HoleKind.Generated;

    /// <summary>Whether it is the step after which a generated text ends.</summary>
    public bool EndsGenerated => IsGenerated && Kind == TokenKind.Many;

    /// <summary>Whether a generated text may hide behind this step: a wildcard, an unknown text, or the very same generated one.</summary>
    public bool MayCover(Token generated) => IsWildcard || Hole is { Kind: HoleKind.Any } || IsSameHole(generated);

    public bool IsSameStep(Token other) => IsSameHole(other) && Step == other.Step;

    /// <summary>Whether some character fits both steps.</summary>
    public bool Overlaps(Token other) =>
        Set is null
            ? other.Set is null ? Character == other.Character : other.Set.Contains(Character)
            : other.Set is null ? Set.Contains(other.Character) : Set.Overlaps(other.Set);

    private bool IsSameHole(Token other) => Hole is not null && Hole.Equals(other.Hole);
}
