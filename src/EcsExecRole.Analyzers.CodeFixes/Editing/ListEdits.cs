using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Appends to lists that are written out: arrays, collection expressions and initializers.</summary>
internal static class ListEdits
{
    /// <summary>Null where the expression is no such list.</summary>
    /// <param name="place">Where the list is.</param>
    /// <param name="list">The list.</param>
    /// <param name="item">The new element, or several of several lines, with line feeds and four spaces a level.</param>
    public static ImmutableArray<Edit>? Append(Place place, ExpressionSyntax list, string item) => list switch
    {
        CollectionExpressionSyntax collection => Append(place, collection.Elements.GetWithSeparators(), collection.OpenBracketToken, collection.CloseBracketToken, item),
        InitializerExpressionSyntax initializer => Append(place, initializer, item),
        ImplicitArrayCreationExpressionSyntax array => Append(place, array.Initializer, item),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Append(place, initializer, item),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => Append(place, initializer, item),
        _ => null,
    };

    /// <summary>Appends to an initializer: an element, or an assignment of an object initializer.</summary>
    public static ImmutableArray<Edit> Append(Place place, InitializerExpressionSyntax initializer, string item) =>
        Append(place, initializer.Expressions.GetWithSeparators(), initializer.OpenBraceToken, initializer.CloseBraceToken, item);

    /// <summary>The elements and separators of a list that is written out; empty for any other expression.</summary>
    public static SyntaxNodeOrTokenList ElementsOf(ExpressionSyntax list) => list switch
    {
        CollectionExpressionSyntax collection => collection.Elements.GetWithSeparators(),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.GetWithSeparators(),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.GetWithSeparators(),
        _ => default,
    };

    /// <summary>The expression of an element; null for a separator or a spread.</summary>
    public static ExpressionSyntax? ExpressionOf(SyntaxNodeOrToken element) => element.AsNode() switch
    {
        ExpressionElementSyntax inner => inner.Expression,
        ExpressionSyntax expression => expression,
        _ => null,
    };

    private static ImmutableArray<Edit> Append(Place place, SyntaxNodeOrTokenList elements, SyntaxToken open, SyntaxToken close, string item)
    {
        var text = place.Node.SyntaxTree.GetText();
        var idiom = Idiom.Of(place.Node.SyntaxTree.GetRoot(), text);
        if (item.Contains('\n') && IsOneLine(text, open, close))
        {
            return Spread(place, elements, open, close, item, idiom);
        }

        if (elements.Count == 0)
        {
            return [new ReplaceEdit(place.Document, new(open.Span.End, 0), " " + idiom.Indent(item, idiom.IndentationAt(open.SpanStart)).TrimStart() + " ")];
        }

        var last = elements.Last();
        var lastNode = elements.Last(e => e.IsNode);
        var indentation = idiom.IndentationAt(lastNode.SpanStart);
        var onOwnLine = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(lastNode.SpanStart).Start, lastNode.SpanStart)).Trim().Length == 0;
        var separated = last.IsToken;
        var indented = idiom.Indent(item, indentation);
        return
        [
            new ReplaceEdit(
                place.Document,
                new(last.Span.End, 0),
                onOwnLine ? (separated ? "" : ",") + idiom.EndOfLine + indented + (separated ? "," : "") : (separated ? " " : ", ") + indented.TrimStart() + (separated ? "," : "")),
        ];
    }

    private static bool IsOneLine(SourceText text, SyntaxToken open, SyntaxToken close) =>
        text.Lines.GetLineFromPosition(open.SpanStart).LineNumber == text.Lines.GetLineFromPosition(close.SpanStart).LineNumber;

    /// <summary>A list of one line with an element of several gets a line for each.</summary>
    private static ImmutableArray<Edit> Spread(Place place, SyntaxNodeOrTokenList elements, SyntaxToken open, SyntaxToken close, string item, Idiom idiom)
    {
        var outer = idiom.EndOfLine + idiom.IndentationAt(open.SpanStart);
        var inner = outer + idiom.Indentation;
        var edits = ImmutableArray.CreateBuilder<Edit>();
        edits.Add(Gap(open.GetPreviousToken().Span.End, open.SpanStart, outer));
        var end = open.Span.End;
        foreach (var element in elements.Where(e => e.IsNode))
        {
            edits.Add(Gap(end, element.SpanStart, inner));
            var separator = element.AsNode()!.GetLastToken().GetNextToken();
            end = separator.IsKind(SyntaxKind.CommaToken) ? separator.Span.End : element.Span.End;
        }

        var missing = elements.Count > 0 && elements.Last().IsNode ? "," : "";
        edits.Add(new ReplaceEdit(place.Document, new(end, 0), missing + inner + idiom.Indent(item, idiom.IndentationAt(open.SpanStart) + idiom.Indentation).TrimStart() + ","));
        edits.Add(Gap(end, close.SpanStart, outer));
        return edits.ToImmutable();

        // A comment between elements stays with the one before it.
        ReplaceEdit Gap(int start, int stop, string space)
        {
            var kept = idiom.Text.ToString(TextSpan.FromBounds(start, stop)).Trim();
            return new(place.Document, TextSpan.FromBounds(start, stop), (kept.Length > 0 ? " " + kept : "") + space);
        }
    }
}
