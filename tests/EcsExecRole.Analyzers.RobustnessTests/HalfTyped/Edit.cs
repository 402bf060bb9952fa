using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.RobustnessTests.HalfTyped;

/// <summary>One edit of a file: what it replaces, and by what.</summary>
/// <param name="What">What was done, for the message of a test that fails.</param>
internal sealed record Edit(string What, TextSpan Span, string By)
{
    public string Apply(string text) => string.Concat(text.AsSpan(0, Span.Start), By, text.AsSpan(Span.End));

    /// <summary>Where a place of the edited text was before; null for one that the edit wrote.</summary>
    public int? Before(int position) =>
        position < Span.Start ? position
        : position < Span.Start + By.Length ? null
        : position - By.Length + Span.Length;

    /// <summary>The file ends before the token, as while it is written from top to bottom.</summary>
    public static Edit Truncate(SyntaxToken token, int length) => new($"truncated before '{token}' at {token.SpanStart}", TextSpan.FromBounds(token.SpanStart, length), "");

    public static Edit Delete(SyntaxToken token) => new($"without '{token}' at {token.SpanStart}", token.Span, "");

    public static Edit Double(SyntaxToken token) => new($"with '{token}' twice at {token.SpanStart}", new TextSpan(token.SpanStart, 0), token.Text + " ");

    /// <summary>Something is typed, swapped, pasted or cut at random.</summary>
    public static Edit Random(IReadOnlyList<SyntaxToken> tokens, Random random)
    {
        var token = tokens[random.Next(tokens.Count)];
        var other = tokens[random.Next(tokens.Count)];
        var (start, end) = (Math.Min(token.SpanStart, other.SpanStart), Math.Max(token.Span.End, other.Span.End));
        return random.Next(6) switch
        {
            0 => new($"'{token}' at {token.SpanStart} became '{other}'", token.Span, other.Text),
            1 => new($"cut from {start} to {end}", TextSpan.FromBounds(start, Math.Min(end, start + 400)), ""),
            2 => new($"'{other}' typed at {token.SpanStart}", new TextSpan(token.SpanStart, 0), other.Text + " "),
            3 => new($"half of '{token}' at {token.SpanStart}", token.Span, token.Text[..(token.Text.Length / 2)]),
            4 => new($"the line ends at {token.SpanStart}", TextSpan.FromBounds(token.SpanStart, EndOfLine(token)), ""),
            _ => Typed(token, Fragments[random.Next(Fragments.Length)]),
        };
    }

    private static Edit Typed(SyntaxToken token, string text) => new($"'{text}' typed at {token.SpanStart}", new TextSpan(token.SpanStart, 0), text);

    private static int EndOfLine(SyntaxToken token)
    {
        var text = token.SyntaxTree!.GetText();
        return Math.Max(text.Lines.GetLineFromPosition(token.SpanStart).End, token.SpanStart);
    }

    private static readonly string[] Fragments =
    [
        "role.AddToPolicy(", "role.", "new ", "if (", "foreach (var x in ", "{", "}", "(", ")", "[", "]", ";", ",", "\"", "$\"{", "\"\"\"", "/*", "//", "#if X\n", "=>", "return ", "await ", "?.", "is { ", "with { ", ".. ",
        "switch { ", "try { ", "goto ", "yield return ", "ref ", "out var ", "<", ">", "static ", "class ", "namespace ", "using ", "@", "#", "\\", "\u0000", "😀", "= ", "!", "~", "where ", "from ", "var x = ", "delegate ", "unsafe { ", "public ",
    ];
}
