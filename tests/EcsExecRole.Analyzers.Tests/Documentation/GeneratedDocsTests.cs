using EcsExecRole.Analyzers.Tests.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>What is made from the program says what the program says.</summary>
public class GeneratedDocsTests
{
    private const string Build = "dotnet build samples/Storefront --no-incremental";

    [Fact]
    public void RuleTableOfTheReadme() => Generated.HoldBlock("README.md", "rules", RuleTexts.Table("docs/rules/"));

    [Fact]
    public void RuleTableOfThePages() => Generated.HoldBlock("docs/rules/README.md", "rules", RuleTexts.Table(""));

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

    /// <summary>What the oldest and the newest CDK have in common is not listed.</summary>
    [Fact]
    public void VersionsOfCdk()
    {
        var names = ApiNamesTests.Names();
        var rows = names.Where(n => n.Versions.Length < CdkReferences.Versions.Length)
            .Select(n => $"| `{n.Name.Replace("..ctor", " (constructor)").TrimEnd('=')}`{(n.Name.EndsWith('=') ? " (set)" : "")} | {string.Join(" | ", CdkReferences.Versions.Select(v => n.Versions.Contains(v) ? "yes" : ""))} |\n");
        Generated.Hold("docs/cdk-versions.md", $"""
            # CDK versions

            The analyzer knows CDK by the names of its types and members, without `Amazon.CDK.`. A test looks each one up in the real
            Amazon.CDK.Lib of {string.Join(", ", CdkReferences.Versions)}, and the tests run with all three. These are not in all of them; the others are.

            | Name | {string.Join(" | ", CdkReferences.Versions)} |
            |---|---|---|---|

            """.ReplaceLineEndings("\n") + string.Concat(rows));
    }

    [Fact]
    public void CommandThatMakesErrors() =>
        Generated.HoldBlock("docs/ci.md", "errors", $"```sh\ndotnet build \"-p:WarningsAsErrors={string.Join("%3B", Descriptors.All.Where(d => RuleTexts.Default(d) == "warning").Select(d => d.Id))}\"\n```\n");

    [Fact]
    public void CommandThatFixes() =>
        Generated.HoldBlock("docs/adopt.md", "format", $"```sh\ndotnet format analyzers --severity info --diagnostics {string.Join(' ', Descriptors.All.Select(d => d.Id).Where(PageFixes.Has))}\n```\n");

    /// <summary>The example is that of a rule's page, and so are the message and the fix.</summary>
    [Fact]
    public async Task ExampleOfTheReadme()
    {
        const string Rule = Descriptors.KeyId;
        var code = RulePage.Of(Rule).Blocks("Wrong")[0];
        var example = new PageExample(Rule, code);
        var (diagnostic, fix) = (Assert.Single(await example.Reported()), (await PageFixes.Of(Rule, example))[0]);
        Generated.HoldBlock("README.md", "example", $"```csharp\n{code}```\n\n```text\nwarning {Rule}: {diagnostic.GetMessage()}\n```\n");
        Generated.HoldBlock("README.md", "fix", $"```diff\n{LineDiff.Of(fix.Before, fix.After)}```\n");
    }

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
