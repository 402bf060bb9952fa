using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Applies plans to a solution, one or many alike: what several of them want is done once, and statements for one role are merged.</summary>
internal static class PlanApplier
{
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<FixPlan> plans, CancellationToken cancellation)
    {
        var edits = new List<Edit>();
        foreach (var plan in plans)
        {
            if (!plan.Edits.Any(e => edits.Any(known => Conflict(known, e))))
            {
                edits.AddRange(plan.Edits.Where(e => !edits.Contains(e)));
            }
        }

        foreach (var document in edits.GroupBy(e => e.Document.Id))
        {
            solution = await ApplyAsync(solution, document.First().Document, [.. document], cancellation).ConfigureAwait(false);
        }

        return solution;
    }

    private static async Task<Solution> ApplyAsync(Solution solution, Document document, IReadOnlyList<Edit> edits, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        var changes = new DocumentEdits(Idiom.Of(root, text), model).Changes(edits);
        var changed = document.WithText(text.WithChanges(changes));
        var result = await NameShortener.ShortenAsync(document, changed, NewSpans(changes), cancellation).ConfigureAwait(false);
        return solution.WithDocumentText(document.Id, await result.GetTextAsync(cancellation).ConfigureAwait(false), PreservationMode.PreserveIdentity);
    }

    /// <summary>Where the inserted texts are afterwards.</summary>
    private static IReadOnlyList<TextSpan> NewSpans(IReadOnlyList<TextChange> changes)
    {
        var spans = new List<TextSpan>();
        var shift = 0;
        foreach (var change in changes)
        {
            spans.Add(new(change.Span.Start + shift, change.NewText!.Length));
            shift += change.NewText.Length - change.Span.Length;
        }

        return spans;
    }

    /// <summary>Whether two edits can't both be done: different texts for one span, or one name for two values.</summary>
    private static bool Conflict(Edit first, Edit second)
    {
        if (first.Document.Id != second.Document.Id || first.Equals(second))
        {
            return false;
        }

        return (first, second) switch
        {
            (ReplaceEdit one, ReplaceEdit two) => one.Span.Length > 0 && two.Span.Length > 0 && one.Span.OverlapsWith(two.Span),
            (ReplaceEdit one, ExtractEdit two) => one.Span.Contains(two.Expression.Span),
            (ExtractEdit one, ReplaceEdit two) => two.Span.Contains(one.Expression.Span),
            (ExtractEdit or NameEdit, ExtractEdit or NameEdit) => NameOf(first) == NameOf(second) && Site.MemberOf(ExpressionOf(first)) == Site.MemberOf(ExpressionOf(second)),
            _ => false,
        };
    }

    private static string NameOf(Edit edit) => edit is ExtractEdit extract ? extract.Name : ((NameEdit)edit).Name;

    private static ExpressionSyntax ExpressionOf(Edit edit) => edit is ExtractEdit extract ? extract.Expression : ((NameEdit)edit).Expression;
}
