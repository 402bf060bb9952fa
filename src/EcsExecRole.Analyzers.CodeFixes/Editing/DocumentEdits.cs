using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Turns the edits of one document into changes of its text, in order and apart from each other.</summary>
internal sealed class DocumentEdits(Idiom idiom, SemanticModel model)
{
    public IReadOnlyList<TextChange> Changes(IReadOnlyList<Edit> edits)
    {
        edits = [.. edits, .. Lists(edits).Distinct()];

        // What another one's value is made of comes before it.
        var extracts = edits.OfType<ExtractEdit>().OrderBy(e => e.Expression.Span.End).ThenByDescending(e => e.Expression.SpanStart).ToList();
        var pieces = edits.OfType<ReplaceEdit>().Select(r => new TextChange(r.Span, r.Text))
            .Concat(edits.OfType<NameEdit>().Select(Named))
            .Concat(extracts.Select(e => new TextChange(e.Expression.Span, e.Name)))
            .ToList();

        var writer = new StatementWriter(idiom, model);
        var statements = PolicyMerger.Merge([.. edits.OfType<InsertEdit>()]);
        var anchors = statements.Select(s => s.Site.Anchor).Concat(extracts.Select(e => e.Site.Anchor)).Distinct();
        var around = anchors.SelectMany(anchor => writer.Write(
            anchor,
            [
                .. extracts.Where(e => e.Site.Anchor == anchor).Select(e => Declaration(e, pieces)),
                .. Rendered(statements.Where(s => s.Site.Anchor == anchor && !s.Site.IsAfter)),
            ],
            [.. Rendered(statements.Where(s => s.Site.Anchor == anchor && s.Site.IsAfter))])).ToList();

        // What is inside an extracted expression has gone to its declaration.
        return Joined([.. pieces.Where(p => !extracts.Any(e => IsInside(p.Span, e.Expression.Span))), .. around]);
    }

    /// <summary>What is put into lists of statements and policies, merged.</summary>
    private IEnumerable<Edit> Lists(IReadOnlyList<Edit> edits)
    {
        var statements = from edit in edits.OfType<StatementEdit>()
                         group edit by edit.List into list
                         let items = StatementText.MergeAll(list.Select(e => e.Statement)).Select(t => t.Render(idiom))
                         from change in ListEdits.Append(list.First().Place, list.Key, string.Join(",\n", items)) ?? []
                         select change;
        var policies = from edit in edits.OfType<InlinePolicyEdit>()
                       group edit by edit.Role.Node into role
                       from change in CfnRoleGrants.Render([.. role], idiom)
                       select change;
        return statements.Concat(policies);
    }

    private IEnumerable<string> Rendered(IEnumerable<InsertEdit> edits) => edits.Select(e => e.Statement.Render(idiom)).Distinct();

    private string Declaration(ExtractEdit edit, IReadOnlyList<TextChange> pieces)
    {
        var span = edit.Expression.Span;
        var inner = pieces.Where(p => IsInside(p.Span, span)).OrderBy(p => p.Span).ToList();
        var outermost = inner.Where(p => !inner.Any(o => !o.Equals(p) && IsInside(p.Span, o.Span)));
        var start = span.Start;
        var value = "";
        foreach (var piece in outermost)
        {
            value += idiom.Text.ToString(TextSpan.FromBounds(start, piece.Span.Start)) + piece.NewText;
            start = piece.Span.End;
        }

        value += idiom.Text.ToString(TextSpan.FromBounds(start, span.End));
        return (idiom.UsesVar ? "var" : edit.Type) + " " + edit.Name + " = " + idiom.Dedent(value, idiom.IndentationAt(span.Start)) + ";";
    }

    private TextChange Named(NameEdit edit)
    {
        var start = edit.Expression.Parent is AssignmentExpressionSyntax discard ? discard.SpanStart : edit.Expression.SpanStart;
        return new(TextSpan.FromBounds(start, edit.Expression.SpanStart), (idiom.UsesVar ? "var" : edit.Type) + " " + edit.Name + " = ");
    }

    private static bool IsInside(TextSpan inner, TextSpan outer) => outer.Contains(inner) && inner != outer;

    /// <summary>In order; insertions at one position become one.</summary>
    private static IReadOnlyList<TextChange> Joined(IReadOnlyList<TextChange> changes) =>
        [.. changes.Distinct().GroupBy(c => c.Span).OrderBy(g => g.Key.Start).ThenBy(g => g.Key.Length).Select(g => new TextChange(g.Key, string.Concat(g.Select(c => c.NewText))))];
}
