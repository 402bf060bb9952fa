using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// Merges new policy statements for one role, of sites that run one after the other, into as few as say the same; a call that several fixes want is made once.
/// </summary>
internal static class PolicyMerger
{
    public static IReadOnlyList<InsertEdit> Merge(IReadOnlyList<InsertEdit> edits)
    {
        var merged = new List<InsertEdit>();
        foreach (var edit in edits.OrderBy(e => e.Site.Position))
        {
            if (merged.Any(m => IsRepeated(m, edit)))
            {
                continue;
            }

            var at = edit.Statement is AllowStatement allow ? merged.FindIndex(m => Merged(m, edit, allow) is not null) : -1;
            if (at < 0)
            {
                merged.Add(edit);
                continue;
            }

            // Later, both resources are there.
            var both = Merged(merged[at], edit, (AllowStatement)edit.Statement)!;
            if (merged[at].Site.Equals(edit.Site))
            {
                merged[at] = edit with { Statement = both };
            }
            else
            {
                merged.RemoveAt(at);
                merged.Add(edit with { Statement = both });
            }
        }

        return merged;
    }

    private static bool IsRepeated(InsertEdit first, InsertEdit second) =>
        first.Statement is PlainStatement { Text: var text } && first.Statement.Equals(second.Statement) && first.Site.Block == second.Site.Block && !IsAssignedBetween(first.Site, second.Site, text);

    private static AllowStatement? Merged(InsertEdit first, InsertEdit second, AllowStatement allow) =>
        first.Statement is AllowStatement known
        && first.Site.Block == second.Site.Block
        && known.Role.Expression == allow.Role.Expression
        && known.Role.Form == allow.Role.Form
        && !IsAssignedBetween(first.Site, second.Site, known.Role.Expression)
        && known.Text.Merge(allow.Text) is { } text
            ? allow with { Text = text }
            : null;

    /// <summary>Whether a variable that the code names is given another value between the sites.</summary>
    private static bool IsAssignedBetween(Site first, Site second, string code) =>
        first.Block?.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(a =>
            a is { Left: IdentifierNameSyntax { Identifier.ValueText: not "_" } variable, Parent: ExpressionStatementSyntax } && a.SpanStart >= first.Position && a.SpanStart < second.Position && code.Contains(variable.Identifier.ValueText)) == true;
}
