using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Appends to lists that are written out: arrays, collection expressions and initializers.</summary>
internal static class ListEdits
{
    /// <summary>Null where the expression is no such list.</summary>
    /// <param name="place">Where the list is.</param>
    /// <param name="list">The list.</param>
    /// <param name="item">The new element, with line feeds and four spaces a level.</param>
    public static Edit? Append(Place place, ExpressionSyntax list, string item) => list switch
    {
        CollectionExpressionSyntax collection => Append(place, collection.Elements.GetWithSeparators(), collection.OpenBracketToken, item),
        ImplicitArrayCreationExpressionSyntax array => Append(place, array.Initializer, item),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Append(place, initializer, item),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => Append(place, initializer, item),
        _ => null,
    };

    /// <summary>Appends to an initializer: an element, or an assignment of an object initializer.</summary>
    public static Edit Append(Place place, InitializerExpressionSyntax initializer, string item) =>
        Append(place, initializer.Expressions.GetWithSeparators(), initializer.OpenBraceToken, item);

    private static Edit Append(Place place, SyntaxNodeOrTokenList elements, SyntaxToken open, string item)
    {
        var text = place.Node.SyntaxTree.GetText();
        var idiom = Idiom.Of(place.Node.SyntaxTree.GetRoot(), text);
        if (elements.Count == 0)
        {
            return new ReplaceEdit(place.Document, new(open.Span.End, 0), " " + idiom.Indent(item, idiom.IndentationAt(open.SpanStart)).TrimStart() + " ");
        }

        var last = elements.Last();
        var lastNode = elements.Last(e => e.IsNode);
        var indentation = idiom.IndentationAt(lastNode.SpanStart);
        var onOwnLine = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(lastNode.SpanStart).Start, lastNode.SpanStart)).Trim().Length == 0;
        var separated = last.IsToken;
        var indented = idiom.Indent(item, indentation);
        return new ReplaceEdit(
            place.Document,
            new(last.Span.End, 0),
            onOwnLine ? (separated ? "" : ",") + idiom.EndOfLine + indented + (separated ? "," : "") : (separated ? " " : ", ") + indented.TrimStart());
    }
}
