using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam.Matching;

/// <summary>Turns (the rest of) a template into steps.</summary>
internal static class Tokenizer
{
    // xx-name-1, us-gov-east-1, eusc-de-east-1: letters, then words, then a number.
    private static readonly (TokenKind, CharSet)[] Region =
    [
        (TokenKind.One, CharSet.Lower), (TokenKind.One, CharSet.Lower), (TokenKind.Many, CharSet.Lower), (TokenKind.One, CharSet.Hyphen),
        (TokenKind.Many, CharSet.LowerOrHyphen), (TokenKind.One, CharSet.Hyphen), (TokenKind.One, CharSet.Digit), (TokenKind.Many, CharSet.Digit),
    ];

    private static readonly (TokenKind, CharSet)[] Account = [.. Enumerable.Repeat((TokenKind.One, CharSet.Digit), 12)];

    private static readonly (TokenKind, CharSet)[] SecretSuffix = [.. Enumerable.Repeat((TokenKind.One, CharSet.Alphanumeric), 6)];

    private static readonly (TokenKind, CharSet)[] Generated = [(TokenKind.One, CharSet.NotSeparator), (TokenKind.Many, CharSet.NotSeparator)];

    private static readonly (TokenKind, CharSet)[] Any = [(TokenKind.Many, CharSet.Any)];

    /// <summary>The steps of a template from a place on.</summary>
    /// <param name="start">The place to start from.</param>
    /// <param name="syntax">What of <c>*</c>, <c>?</c> and <c>${…}</c> has a meaning; nothing in a value.</param>
    /// <param name="tokens">Where to put the steps.</param>
    public static void Read(TemplateCursor start, MatchSyntax syntax, List<Token> tokens)
    {
        for (var at = start; !at.AtEnd; at = at.NextPart())
        {
            if (at.Text is not { } text)
            {
                AddHole(at.Hole!, tokens);
            }
            else
            {
                AddText(text, at.Offset, syntax, tokens);
            }
        }
    }

    private static void AddText(string text, int start, MatchSyntax syntax, List<Token> tokens)
    {
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '*' && syntax.Has(MatchSyntax.Wildcards))
            {
                AddStar(tokens);
            }
            else if (c == '?' && syntax.Has(MatchSyntax.Wildcards))
            {
                AddQuestion(tokens);
            }
            else if (c == '$' && syntax.Has(MatchSyntax.Variables) && ReadVariable(text, i) is { } variable)
            {
                // ${*}, ${?} and ${$} are IAM's way to write the character itself.
                tokens.Add(variable is "*" or "?" or "$" ? Literal(variable[0]) : Hidden(variable));
                i += variable.Length + 2;
            }
            else
            {
                tokens.Add(Literal(syntax.Has(MatchSyntax.IgnoreCase) ? char.ToLowerInvariant(c) : c));
            }
        }
    }

    private static void AddHole(Hole hole, List<Token> tokens)
    {
        var steps = hole.Kind switch
        {
            HoleKind.Region => Region,
            HoleKind.Account => Account,
            HoleKind.SecretSuffix => SecretSuffix,
            HoleKind.Generated => Generated,
            _ => Any,
        };
        for (var i = 0; i < steps.Length; i++)
        {
            tokens.Add(new(steps[i].Item1, (byte)i, default, steps[i].Item2, hole));
        }
    }

    // A run of wildcards means the same in any order: it is kept with one star, at its end.
    private static void AddStar(List<Token> tokens)
    {
        if (!EndsInStar(tokens))
        {
            tokens.Add(Token.Star);
        }
    }

    private static void AddQuestion(List<Token> tokens) => tokens.Insert(EndsInStar(tokens) ? tokens.Count - 1 : tokens.Count, Token.Question);

    private static bool EndsInStar(List<Token> tokens) => tokens.Count > 0 && tokens[tokens.Count - 1].IsStar;

    private static Token Literal(char c) => new(TokenKind.Literal, 0, c, null, null);

    /// <summary>A policy variable: IAM fills it in at the time of the call.</summary>
    private static Token Hidden(string variable) =>
        new(TokenKind.Many, 0, default, CharSet.Any, new("policy variable " + variable, HoleKind.Any, variable));

    private static string? ReadVariable(string text, int dollar) =>
        dollar + 1 < text.Length && text[dollar + 1] == '{' && text.IndexOf('}', dollar) is > 0 and var end
            ? text.Substring(dollar + 2, end - dollar - 2)
            : null;
}
