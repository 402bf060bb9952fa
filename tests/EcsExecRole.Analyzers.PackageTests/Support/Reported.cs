using System.Text.RegularExpressions;

namespace EcsExecRole.Analyzers.PackageTests.Support;

/// <summary>A diagnostic in the output of a build.</summary>
/// <param name="Project">The project, and its target framework where it has several.</param>
/// <param name="File">The file's name; empty where it has no place.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Severity"><c>warning</c> or <c>error</c>.</param>
/// <param name="Id">The rule.</param>
/// <param name="Message">The text behind the rule.</param>
internal sealed partial record Reported(string Project, string File, int Line, string Severity, string Id, string Message)
{
    /// <summary>The place, severity and rule, for comparisons.</summary>
    public string Short => File.Length == 0 ? $"{Severity} {Id}" : $"{File}({Line}): {Severity} {Id}";

    /// <summary>All diagnostics of a build, once each (a build repeats them in its summary), in the order of their places.</summary>
    public static IReadOnlyList<Reported> In(string output) =>
        [.. Line_().Matches(output)
            .Select(m => new Reported(
                m.Groups["project"].Value,
                Path.GetFileName(m.Groups["file"].Value),
                m.Groups["line"].Success ? int.Parse(m.Groups["line"].Value) : 0,
                m.Groups["severity"].Value,
                m.Groups["id"].Value,
                m.Groups["message"].Value))
            .Distinct()
            .OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Id, StringComparer.Ordinal)];

    [GeneratedRegex(@"^\s*(?:(?<file>[^\s(][^(\n]*)\((?<line>\d+),\d+\)|[^:\n]+?) *: (?<severity>warning|error) (?<id>[A-Z]+\d+): (?<message>.*) \[.*?(?<project>[\w.]+)\.csproj(?<framework>::TargetFramework=[\w.]+)?\]\r?$", RegexOptions.Multiline)]
    private static partial Regex Line_();
}
