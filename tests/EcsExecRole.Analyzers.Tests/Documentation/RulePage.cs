using System.Text.RegularExpressions;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>The page of a rule, in Markdown, and how its parts are found.</summary>
internal sealed partial record RulePage(string Id, string Text)
{
    public string Path => PathOf(Id);

    public static RulePage Of(string id) => new(id, Generated.Text(PathOf(id)));

    /// <summary>The code blocks of a section.</summary>
    public IReadOnlyList<string> Blocks(string section, string language = "csharp") =>
        [.. Block().Matches(Section(section)).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["text"].Value)];

    /// <summary>What stands under a heading; nothing where there is none.</summary>
    public string Section(string name) => Split(name) is var (_, text, _) ? text : "";

    /// <summary>The same page with another text under a heading.</summary>
    public RulePage With(string section, Func<string, string> change) => Split(section) is var (before, text, after) ? this with { Text = before + change(text) + after } : this;

    /// <summary>The same page, with what the analyzer says of each example below it.</summary>
    /// <param name="section">The section of the examples.</param>
    /// <param name="says">What it says, for each example.</param>
    public RulePage WithMessages(string section, IReadOnlyList<string> says)
    {
        var next = 0;
        return With(section, text => Example().Replace(text, m => $"{m.Groups["code"].Value}\n{Generated.Open("message")}{says[next++]}{Generated.Close}"));
    }

    /// <summary>The same page with a section on the fix that is made by the program, in the place of whatever was there.</summary>
    public RulePage WithFix(string text) => With("Fix", _ => Generated.Open("fix") + text + Generated.Close + "\n");

    private (string Before, string Text, string After)? Split(string section)
    {
        var heading = $"\n## {section}\n";
        var at = Text.IndexOf(heading, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = at + heading.Length;
        var end = Text.IndexOf("\n## ", start, StringComparison.Ordinal);
        end = end < 0 ? Text.Length : end + 1;
        return (Text[..start], Text[start..end], Text[end..]);
    }

    private static string PathOf(string id) => $"docs/rules/{id}.md";

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<code>^```csharp\n.*?^```\n)(?:\n<!-- made: message -->\n.*?<!-- end -->\n)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
