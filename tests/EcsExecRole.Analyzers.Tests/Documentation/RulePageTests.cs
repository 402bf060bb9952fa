using System.Text.Json;
using System.Text.Json.Nodes;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>The examples of the rules' pages are programs that behave as the pages say, and the messages and fixes on the pages are those of the analyzer.</summary>
public class RulePageTests
{
    private static readonly JsonSerializerOptions readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Rules => [.. Descriptors.All.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task WhatIsWrongIsReportedWhereItIsMarked(string rule)
    {
        foreach (var example in Examples(rule, "Wrong", "Example"))
        {
            Assert.Contains(example.Marked, m => m.Contains(rule, StringComparison.Ordinal));
            Assert.Empty(PageExample.Complaints(example.Compile(example.Source)));
            Assert.Equal(example.Marked, (await example.Reported()).Select(example.Describe));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task WhatIsRightIsSilent(string rule)
    {
        foreach (var example in Examples(rule, "Right"))
        {
            Assert.Empty(PageExample.Complaints(example.Compile(example.Source)));
            Assert.Empty((await example.Reported()).Select(example.Describe));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task MessagesAndFixesAreTheAnalyzers(string rule)
    {
        var page = RulePage.Of(rule);
        foreach (var section in new[] { "Wrong", "Example" })
        {
            var messages = new List<string>();
            foreach (var example in Examples(rule, section))
            {
                messages.Add(string.Concat((await example.Reported()).Where(d => d.Id == rule).Select(Says)));
            }

            page = page.WithMessages(section, messages);
        }

        if (PageFixes.Has(rule) && await Fixes(rule) is { Length: > 0 } fixes)
        {
            page = page.WithFix(fixes);
        }

        Assert.NotEmpty(page.Section("Fix").Trim());
        Generated.Hold(page.Path, page.Text);
    }

    [Theory]
    [InlineData("Wrong", 2)]
    [InlineData("Right", 0)]
    public Task OptionsAreReportedWhereTheyAreWrong(string section, int mistakes) => VerifyRules.Run(
        new PageExample(Descriptors.OptionId, "").Source,
        [],
        editorConfig: Assert.Single(RulePage.Of(Descriptors.OptionId).Blocks(section, "ini")),
        expected: [.. Enumerable.Repeat(VerifyRules.Result(Descriptors.OptionMistake), mistakes)]);

    private static IEnumerable<PageExample> Examples(string rule, params string[] sections) =>
        sections.SelectMany(s => RulePage.Of(rule).Blocks(s)).Select(code => new PageExample(rule, code));

    private static string Says(Diagnostic diagnostic)
    {
        var message = $"```text\n{RuleTexts.Word(diagnostic.Descriptor)} {diagnostic.Id}: {diagnostic.GetMessage()}\n```\n".Replace("off ", "suggestion ", StringComparison.Ordinal);
        return diagnostic.Id == Descriptors.ReportId && diagnostic.Properties["Policy"] is { } policy
            ? $"{message}\nIts property `Policy`:\n\n```json\n{JsonNode.Parse(policy)!.ToJsonString(readable)}\n```\n"
            : message;
    }

    /// <summary>Each offered fix: its title, and how it changes the example.</summary>
    private static async Task<string> Fixes(string rule)
    {
        var examples = Examples(rule, "Wrong").ToList();
        var parts = new List<string>();
        for (var i = 0; i < examples.Count; i++)
        {
            var offered = await PageFixes.Of(rule, examples[i]);
            parts.AddRange(offered.Select((fix, order) =>
                $"{(order > 0 ? "Or: " : examples.Count > 1 ? $"Example {i + 1}: " : "")}*{fix.Title}*\n\n```diff\n{LineDiff.Of(fix.Before, fix.After)}```\n"));
        }

        if (parts.Count == 0)
        {
            return "";
        }

        var severity = Descriptors.All.Single(d => d.Id == rule).DefaultSeverity == DiagnosticSeverity.Warning ? "" : " --severity info";
        return $"`dotnet format analyzers{severity} --diagnostics {rule}` does what an editor offers first.\n\n" + string.Join('\n', parts);
    }
}
