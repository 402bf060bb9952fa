namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Merges new policy statements for one role, of sites that run one after the other, into as few as say the same.</summary>
internal static class PolicyMerger
{
    public static IReadOnlyList<InsertEdit> Merge(IReadOnlyList<InsertEdit> edits)
    {
        var merged = new List<InsertEdit>();
        foreach (var edit in edits.OrderBy(e => e.Site.Position))
        {
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

    private static AllowStatement? Merged(InsertEdit first, InsertEdit second, AllowStatement allow) =>
        first.Statement is AllowStatement known
        && first.Site.Block == second.Site.Block
        && known.Role.Expression == allow.Role.Expression
        && known.Role.Form == allow.Role.Form
        && known.Text.Merge(allow.Text) is { } text
            ? allow with { Text = text }
            : null;
}
