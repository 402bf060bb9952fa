using System.Globalization;
using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Tests.Cdk.Core;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>The page on how it works says what the shapes show, and what the budgets are.</summary>
public class HowItWorksTests
{
    private static readonly string page = File.ReadAllText(Path.Combine(TestPaths.RepositoryRoot, "docs", "how-it-works.md")).Replace("\n  ", " ", StringComparison.Ordinal);

    [Fact]
    public void WhatIsFollowedHasShapes()
    {
        var said = Lists("What it follows:").ToDictionary(l => l.Name.Replace(" ", "", StringComparison.Ordinal).Replace("#", "Sharp", StringComparison.Ordinal), l => Terms(l.Text));
        var shown = ShapeCatalog.All.Where(s => s.Area != "Stops").GroupBy(s => s.Area);
        Assert.Equal(shown.Select(g => g.Key).Order(StringComparer.Ordinal), said.Keys.Order(StringComparer.Ordinal));
        Assert.All(shown, area => Assert.Equal(area.Where(s => !s.IsUnknown).Select(s => s.Term).Distinct().Order(StringComparer.Ordinal), said[area.Key].Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void WhereItStopsHasShapesOrTests()
    {
        var shown = ShapeCatalog.All.Where(s => s.Area == "Stops").Select(s => s.Term).Distinct()
            .Concat(typeof(StopTests).GetMethods().Where(m => m.GetCustomAttributes(typeof(FactAttribute), false).Length > 0 || m.GetCustomAttributes(typeof(TheoryAttribute), false).Length > 0)
                .Select(m => m.Name.Split("__")[0].Replace('_', ' ')));
        Assert.Equal(shown.Select(t => Plain(t).ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal), Lists("Where it stops, so that").Select(l => Plain(l.Name).ToUpperInvariant()).Order(StringComparer.Ordinal));

        static string Plain(string term) => Regex.Replace(term, "[^A-Za-z ]", "");
    }

    [Theory]
    [InlineData(Budget.Steps, "a million operations a run")]
    [InlineData(Budget.CallDepth, "{0} nested calls")]
    [InlineData(Budget.Recursion, "recursion {0} deep")]
    [InlineData(Budget.Iterations, "{0:N0} rounds of a loop")]
    public void BudgetsAreTheCodes(int budget, string said) =>
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, said, said.StartsWith("a million", StringComparison.Ordinal) && budget == 1_000_000 ? "" : budget), page, StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Text)> Lists(string after)
    {
        var start = page.IndexOf(after, StringComparison.Ordinal);
        var list = page[start..].Split("\n\n")[1];
        return Regex.Matches(list, @"^- \*\*(?<name>[^*]+)\*\*:? ?(?<text>.*)$", RegexOptions.Multiline).Select(m => (m.Groups["name"].Value, m.Groups["text"].Value));
    }

    private static List<string> Terms(string text) => [.. text.TrimEnd('.').Split(" · ").Select(t => t.Trim())];
}
