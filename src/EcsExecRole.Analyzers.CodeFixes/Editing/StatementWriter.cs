using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Writes new statements around one anchor, as lines of their own; gives it braces where it has none.</summary>
internal sealed class StatementWriter(Idiom idiom, SemanticModel model)
{
    private readonly SourceText text = idiom.Text;

    /// <param name="anchor">See <see cref="Site.Anchor"/>.</param>
    /// <param name="before">Rendered statements.</param>
    /// <param name="after">Rendered statements.</param>
    public IEnumerable<TextChange> Write(SyntaxNode anchor, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var indentation = idiom.IndentationAt(anchor.SpanStart);
        return anchor switch
        {
            ExpressionSyntax expression => Body(expression, before, after),
            { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } => Beside(anchor, Lines(before, indentation), Lines(after, indentation)),
            _ => Embedded(anchor, before, after),
        };
    }

    private IEnumerable<TextChange> Beside(SyntaxNode anchor, string before, string after)
    {
        if (before.Length > 0)
        {
            var start = StartWithComments(anchor);
            yield return IsLineStart(start)
                ? new(new(start, 0), before + idiom.EndOfLine)
                : new(new(anchor.SpanStart, 0), before.TrimStart() + idiom.EndOfLine + idiom.IndentationAt(anchor.SpanStart));
        }

        if (after.Length > 0)
        {
            // A comment at the end of the line stays with its statement.
            var end = anchor.FullSpan.End;
            yield return IsLineStart(end) && end > anchor.Span.End
                ? new(new(end, 0), after + idiom.EndOfLine)
                : new(new(anchor.Span.End, 0), idiom.EndOfLine + after + (text.Lines.GetLineFromPosition(anchor.Span.End).End > anchor.Span.End ? idiom.EndOfLine + OuterIndentation(anchor) : ""));
        }
    }

    private string OuterIndentation(SyntaxNode anchor) => idiom.IndentationAt(anchor.SpanStart);

    /// <summary><c>if (x) S;</c>: the statement and its company become a block.</summary>
    private IEnumerable<TextChange> Embedded(SyntaxNode anchor, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var outer = idiom.IndentationAt(anchor.Parent!.SpanStart);
        var inner = outer + idiom.Indentation;
        var previous = anchor.GetFirstToken().GetPreviousToken();
        yield return new(
            TextSpan.FromBounds(previous.Span.End, anchor.SpanStart),
            Kept(TextSpan.FromBounds(previous.Span.End, anchor.SpanStart)) + idiom.EndOfLine + outer + "{" + idiom.EndOfLine + Block(before, inner) + inner);
        yield return new(new(anchor.Span.End, 0), idiom.EndOfLine + Block(after, inner) + outer + "}");
    }

    /// <summary><c>=> E;</c>: the expression and its company become a block.</summary>
    private IEnumerable<TextChange> Body(ExpressionSyntax body, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var arrow = body.GetFirstToken().GetPreviousToken();
        var holder = body.Parent is ArrowExpressionClauseSyntax clause ? clause.Parent! : body.Parent!;
        var outer = idiom.IndentationAt(holder.SpanStart);
        var inner = outer + idiom.Indentation;
        var isLambda = body.Parent is AnonymousFunctionExpressionSyntax;
        var returns = Site.IsStatementBody(body, model) ? "" : "return ";
        yield return new(
            TextSpan.FromBounds(isLambda ? arrow.Span.End : arrow.GetPreviousToken().Span.End, body.SpanStart),
            idiom.EndOfLine + outer + "{" + idiom.EndOfLine + Block(before, inner) + inner + returns);

        // Lines that continue the expression go in with its first.
        if (idiom.IndentationAt(body.SpanStart) == outer)
        {
            for (var line = text.Lines.GetLineFromPosition(body.SpanStart).LineNumber + 1; line < text.Lines.Count && text.Lines[line].Start < body.Span.End; line++)
            {
                if (text.Lines[line].ToString().Trim().Length > 0)
                {
                    yield return new(new(text.Lines[line].Start, 0), idiom.Indentation);
                }
            }
        }

        var end = isLambda ? default : holder switch
        {
            BaseMethodDeclarationSyntax method => method.SemicolonToken,
            LocalFunctionStatementSyntax function => function.SemicolonToken,
            _ => default,
        };
        yield return new(TextSpan.FromBounds(body.Span.End, Math.Max(body.Span.End, end.Span.End)), ";" + idiom.EndOfLine + Block(after, inner) + outer + "}");
    }

    private string Block(IReadOnlyList<string> statements, string indentation) => statements.Count == 0 ? "" : Lines(statements, indentation) + idiom.EndOfLine;

    private string Lines(IReadOnlyList<string> statements, string indentation) => string.Join(idiom.EndOfLine, statements.Select(s => idiom.Indent(s, indentation)));

    /// <summary>Comments between the closing parenthesis and the statement.</summary>
    private string Kept(TextSpan span)
    {
        var trivia = text.ToString(span).TrimEnd();
        return trivia.Trim().Length == 0 ? "" : trivia;
    }

    /// <summary>The start of the anchor's first line, or of the comment right above it.</summary>
    private int StartWithComments(SyntaxNode anchor)
    {
        var line = text.Lines.GetLineFromPosition(anchor.SpanStart);
        if (text.ToString(TextSpan.FromBounds(line.Start, anchor.SpanStart)).Trim().Length > 0)
        {
            return anchor.SpanStart;
        }

        var start = line.Start;
        while (line.LineNumber > 0)
        {
            line = text.Lines[line.LineNumber - 1];
            if (line.Start < anchor.FullSpan.Start || !line.ToString().TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                break;
            }

            start = line.Start;
        }

        return start;
    }

    private bool IsLineStart(int position) => position == 0 || text[position - 1] == '\n';
}
