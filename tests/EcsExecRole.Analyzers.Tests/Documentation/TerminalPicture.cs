using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>A terminal's screen as SVG: a command and what it printed, wrapped as a terminal would.</summary>
internal static partial class TerminalPicture
{
    private const int Columns = 132;
    private const int LineHeight = 18;
    private const double CharacterWidth = 7.8;
    private const int Margin = 16;
    private const int TitleBar = 32;

    public static string Draw(string command, ImmutableArray<string> output)
    {
        var body = new StringBuilder();
        var y = TitleBar + LineHeight;
        void Write(string markup)
        {
            body.Append($"  <text x=\"{Margin}\" y=\"{y}\">{markup}</text>\n");
            y += LineHeight;
        }

        Write($"<tspan class=\"prompt\">$</tspan> {Escape(command)}");
        foreach (var line in output)
        {
            foreach (var row in Rows(line))
            {
                Write(Colored(row));
            }
        }

        var (width, height) = ((int)(Columns * CharacterWidth) + (2 * Margin), y);
        return $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{width}} {{height}}" width="{{width}}" height="{{height}}" role="img" aria-label="A terminal: {{Escape(command)}}">
              <style>
                text { font-size: 13px; font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d7dce2; white-space: pre; }
                .prompt { fill: #7ee787; } .place, .link { fill: #8b949e; } .warning { fill: #e3b341; font-weight: bold; }
              </style>
              <rect width="{{width}}" height="{{height}}" rx="8" fill="#12161c"/>
              <circle cx="20" cy="16" r="5" fill="#ff5f57"/><circle cx="38" cy="16" r="5" fill="#febc2e"/><circle cx="56" cy="16" r="5" fill="#28c840"/>
            {{body}}</svg>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>The rows of a line, broken between words.</summary>
    private static IEnumerable<string> Rows(string line)
    {
        var row = "";
        foreach (var word in line.Split(' '))
        {
            if (row.Length > 0 && row.Length + 1 + word.Length > Columns)
            {
                yield return row;
                row = "  " + word;
            }
            else
            {
                row += row.Length == 0 ? word : " " + word;
            }
        }

        yield return row;
    }

    private static string Colored(string row)
    {
        var head = Head().Match(row);
        var link = Link().Match(row);
        var body = row[head.Length..(link.Success ? link.Index : row.Length)];
        return (head.Success ? $"<tspan class=\"place\">{Escape(head.Groups[1].Value)}</tspan><tspan class=\"warning\">{Escape(head.Groups[2].Value)}</tspan>" : "")
            + Escape(body)
            + (link.Success ? $"<tspan class=\"link\">{Escape(link.Value)}</tspan>" : "");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text).Replace("&#39;", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"^(\S+\(\d+,\d+\): )(warning EER\d+)")]
    private static partial Regex Head();

    [GeneratedRegex(@"\(https://\S+\)$")]
    private static partial Regex Link();
}
