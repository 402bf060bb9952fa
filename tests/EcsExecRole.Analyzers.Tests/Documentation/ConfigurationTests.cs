using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Iam.Documents;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>What the pages say to write into <c>.editorconfig</c>, attributes and role files is understood.</summary>
public partial class ConfigurationTests
{
    private static readonly string[] severities = ["error", "warning", "suggestion", "silent", "none"];

    public static TheoryData<string> Pages => LinkTests.Pages;

    /// <summary>All but the mistakes that the page on mistakes shows.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void SettingsExist(string page)
    {
        var text = page == $"docs/rules/{Descriptors.OptionId}.md" ? RulePage.Of(Descriptors.OptionId).With("Wrong", _ => "").Text : Generated.Text(page);
        Assert.Equal([], Ini().Matches(text).SelectMany(b => Setting().Matches(b.Groups["text"].Value)).Where(s => !IsUnderstood(s.Groups["key"].Value, s.Groups["value"].Value)).Select(s => s.Value));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void SuppressionsNameARuleAndItsCategory(string page) =>
        Assert.All(
            Suppression().Matches(Generated.Text(page)),
            s => Assert.Equal(Descriptors.All.Single(d => d.Id == s.Groups["rule"].Value).Category, s.Groups["category"].Value));

    [Fact]
    public void CategoriesAreListed() =>
        Assert.Equal(
            Descriptors.All.Select(d => d.Category).Distinct(),
            Category().Matches(Generated.Text("docs/configuration.md")).Select(m => m.Groups["category"].Value));

    [Fact]
    public void TheRoleFileIsRead()
    {
        var json = Assert.Single(new RulePage("configuration", Generated.Text("docs/configuration.md")).Blocks("Roles that are managed elsewhere", "json"));
        var role = Assert.Single(RoleDescriptionReader.Read(json));
        Assert.NotEmpty(role.Statements);
    }

    private static bool IsUnderstood(string key, string value) => key switch
    {
        _ when RuleKey().Match(key) is { Success: true } rule => Descriptors.All.Any(d => d.Id == rule.Groups["rule"].Value) && severities.Contains(value),
        _ when CategoryKey().Match(key) is { Success: true } category => Descriptors.All.Any(d => d.Category == category.Groups["category"].Value) && severities.Contains(value),
        _ => OptionKeys.All.FirstOrDefault(o => o.Key == key) is { } option && OptionKey.Items(value).All(option.IsValid),
    };

    [GeneratedRegex(@"^```ini\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Ini();

    [GeneratedRegex(@"^(?<key>[\w.-]+) *= *(?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^dotnet_diagnostic\.(?<rule>EER\d{4})\.severity$")]
    private static partial Regex RuleKey();

    [GeneratedRegex(@"^dotnet_analyzer_diagnostic\.category-(?<category>.+)\.severity$")]
    private static partial Regex CategoryKey();

    [GeneratedRegex(@"SuppressMessage\(""(?<category>[^""]+)"", ""(?<rule>EER\d{4})""")]
    private static partial Regex Suppression();

    [GeneratedRegex(@"^\| `(?<category>EcsExecRole\.\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Category();
}
