namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>
/// The small programs in <c>Evaluation/Shapes</c>. A heading <c>### term: what it shows [parameters]</c> begins one, with <c>~</c> before the term if the result cannot be told;
/// the body of a method follows, then more members of its class after <c>---</c>, then types after <c>===</c>.
/// </summary>
internal static class ShapeCatalog
{
    public static string Folder { get; } = Path.Combine(TestPaths.RepositoryRoot, "tests", "EcsExecRole.Analyzers.Tests", "Evaluation", "Shapes");

    /// <summary>Every shape.</summary>
    public static IReadOnlyList<Shape> All { get; } = [.. Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<Shape> Read(string file) =>
        from text in File.ReadAllText(file).Split("### ", StringSplitOptions.RemoveEmptyEntries)
        select Parse(Path.GetFileNameWithoutExtension(file), text.Split('\n'));

    private static Shape Parse(string area, string[] lines)
    {
        var heading = lines[0].Trim();
        var isUnknown = heading.StartsWith("~ ", StringComparison.Ordinal);
        heading = isUnknown ? heading[2..] : heading;
        var parameters = heading.EndsWith(']') ? heading[(heading.LastIndexOf(" [", StringComparison.Ordinal) + 2)..^1] : "";
        var title = heading.EndsWith(']') ? heading[..heading.LastIndexOf(" [", StringComparison.Ordinal)].Trim() : heading;
        var parts = new Dictionary<string, List<string>> { ["body"] = [], ["--- "] = [], ["=== "] = [] };
        var part = "body";
        foreach (var line in lines.Skip(1))
        {
            var mark = line.Length > 4 && parts.ContainsKey(line[..4]) ? line[..4] : null;
            part = mark ?? part;
            parts[part].Add(mark is null ? line : line[4..]);
        }

        return new(area, title.Split(": ")[0], title, isUnknown, parameters, string.Join("\n", parts["body"]), string.Join("\n", parts["--- "]) + "---" + string.Join("\n", parts["=== "]));
    }
}

/// <summary>A small program that shows one thing.</summary>
/// <param name="Area">The file it stands in.</param>
/// <param name="Term">What it belongs to, as the page on how it works names it.</param>
/// <param name="Title">What it shows.</param>
/// <param name="IsUnknown">Whether the evaluator cannot tell what it returns.</param>
/// <param name="Parameters">The parameters, of which the evaluator knows nothing.</param>
/// <param name="Body">The statements.</param>
/// <param name="Members">More members, and types.</param>
internal sealed record Shape(string Area, string Term, string Title, bool IsUnknown, string Parameters, string Body, string Members);
