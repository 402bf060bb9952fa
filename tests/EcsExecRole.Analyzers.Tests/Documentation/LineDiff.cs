using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>What changed between two texts, with the lines around it, as a <c>diff</c> block shows it.</summary>
internal static class LineDiff
{
    private const int Around = 2;

    /// <summary>The lines; without the indentation that all of them have.</summary>
    public static string Of(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false).Lines;
        var shown = Enumerable.Range(0, lines.Count)
            .Where(i => lines.Skip(i - Around).Take(Math.Min(i, Around) + 1 + Around).Any(l => l.Type != ChangeType.Unchanged)).ToList();
        var indentation = shown.Where(i => lines[i].Text.Length > 0).Min(i => lines[i].Text.Length - lines[i].Text.TrimStart().Length);
        var text = new StringBuilder();
        foreach (var (index, order) in shown.Select((i, order) => (i, order)))
        {
            if (order > 0 && shown[order - 1] != index - 1)
            {
                text.Append(" …\n");
            }

            var sign = lines[index].Type switch
            {
                ChangeType.Inserted => '+',
                ChangeType.Deleted => '-',
                _ => ' ',
            };
            text.Append((sign + (lines[index].Text.Length > 0 ? lines[index].Text[indentation..] : "")).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
