namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>What is made from the program says what the program says.</summary>
public class GeneratedDocsTests
{
    private const string Build = "dotnet build samples/Storefront --no-incremental";

    [Fact]
    public void RuleTableOfTheReadme() => Generated.HoldBlock("README.md", "rules", RuleTexts.Table());

    [Fact]
    public void DefaultPreset() =>
        Generated.Hold("docs/presets/default.editorconfig", RuleTexts.Preset("the severities that apply without any settings.", RuleTexts.Default));

    [Fact]
    public void StrictPreset() =>
        Generated.Hold("docs/presets/strict.editorconfig", RuleTexts.Preset("what stops a task stops the build.", RuleTexts.Strict));

    [Fact]
    public void AuditPreset() =>
        Generated.Hold("docs/presets/audit.editorconfig", RuleTexts.Preset("the defaults, and all that could not be told.", RuleTexts.Audit));

    [Fact]
    public void OptionTable() =>
        Generated.HoldBlock(
            "docs/configuration.md",
            "options",
            "| Option | Values | Example |\n|---|---|---|\n" + string.Concat(OptionKeys.All.Select(o => $"| `{o.Key}` | {o.Expected} | `{o.Example}` |\n")));

    /// <summary>One file's worth in the text, the whole build in the picture.</summary>
    [Fact]
    public async Task WhatTheSampleShows()
    {
        var warnings = await StorefrontBuild.Warnings();
        Assert.Contains(Build, Generated.Text("README.md"), StringComparison.Ordinal);

        var file = warnings.Where(w => w.StartsWith("samples/Storefront/Stacks/LegacyStack.cs(", StringComparison.Ordinal));
        Generated.HoldBlock("README.md", "sample", $"```text\n{string.Join('\n', file)}\n```\n");
        Generated.HoldBlock("README.md", "count", $"{warnings.Length} warnings of {warnings.Select(w => w.Split(": ")[1]).Distinct().Count()} rules in all:\n");
        Generated.Hold("docs/terminal.svg", TerminalPicture.Draw(Build, warnings));
    }
}
