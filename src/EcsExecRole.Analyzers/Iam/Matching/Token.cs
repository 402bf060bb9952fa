using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam.Matching;

internal enum TokenKind
{
    /// <summary>The character <see cref="Token.Character"/>.</summary>
    Literal,

    /// <summary>One character out of <see cref="Token.Set"/>.</summary>
    One,

    /// <summary>Any number of characters out of <see cref="Token.Set"/>, none included.</summary>
    Many,
}

/// <summary>A step of a pattern or of a value: a character, or a part of a wildcard or hole.</summary>
/// <param name="Hole">The hole that the step is part of; null for text and wildcards.</param>
/// <param name="Step">Which of the hole's steps it is.</param>
internal readonly record struct Token(TokenKind Kind, char Character, CharSet Set, Hole? Hole, int Step)
{
    public static Token Star { get; } = new(TokenKind.Many, '*', CharSet.Any, null, 0);

    public static Token Question { get; } = new(TokenKind.One, '?', CharSet.Any, null, 0);

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
        Kind == TokenKind.Literal
            ? other.Kind == TokenKind.Literal ? Character == other.Character : other.Set.Contains(Character)
            : other.Kind == TokenKind.Literal ? Set.Contains(other.Character) : Set.Overlaps(other.Set);

    private bool IsSameHole(Token other) => Hole is not null && Hole.Equals(other.Hole);
}
