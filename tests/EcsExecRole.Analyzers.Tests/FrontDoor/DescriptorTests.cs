using System.Reflection;
using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Tests.FrontDoor;

/// <summary>Every rule has a page, and page, descriptor and release notes say the same.</summary>
public partial class DescriptorTests
{
    public static TheoryData<string> Ids => [.. Descriptors.All.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasAPageThatAgrees(string id)
    {
        var descriptor = Descriptors.All.Single(d => d.Id == id);
        var page = Page(id);

        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {Severity(descriptor)} |", page, StringComparison.Ordinal);
        Assert.Contains($"| Category | {descriptor.Category} |", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void PageShowsWrongAndRightCodeAndItsSources(string id)
    {
        var page = Page(id);
        Assert.Matches(Heading("What it says"), page);
        Assert.Matches(Heading("Why"), page);
        Assert.Matches(Heading("Configure"), page);
        Assert.Matches(Heading("Sources"), page);
        Assert.Contains("https://docs.aws.amazon.com/", page, StringComparison.Ordinal);
        if (!id.StartsWith("EER9", StringComparison.Ordinal))
        {
            Assert.Matches(Heading("Wrong"), page);
            Assert.Matches(Heading("Right"), page);
            Assert.True(CSharpBlock().Count(page) >= 2, "the page needs wrong and right code");
        }

        if (id.StartsWith("EER1", StringComparison.Ordinal) || id == Descriptors.NoRoleId)
        {
            Assert.Matches(Heading("What ECS says"), page);
        }
    }

    [Fact]
    public void NoPageIsWithoutARule() =>
        Assert.Equal(
            Descriptors.All.Select(d => d.Id).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Pages, "EER*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void AllNamesEveryDescriptorOnceInOrder()
    {
        var declared = typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public).Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => ((DiagnosticDescriptor)f.GetValue(null)!).Id);
        var all = Descriptors.All.Select(d => d.Id).ToList();
        Assert.Equal(declared.Order(StringComparer.Ordinal), all);
    }

    [Fact]
    public void TheAnalyzerSupportsThemAll() => Assert.Equal(Descriptors.All.AsEnumerable(), new ExecutionRoleAnalyzer().SupportedDiagnostics);

    [Theory]
    [MemberData(nameof(Ids))]
    public void HelpLeadsToAws(string id) =>
        Assert.StartsWith("https://docs.aws.amazon.com/", Descriptors.All.Single(d => d.Id == id).HelpLinkUri, StringComparison.Ordinal);

    private static string Pages => Path.Combine(TestPaths.RepositoryRoot, "docs", "rules");

    private static string Page(string id) => File.ReadAllText(Path.Combine(Pages, id + ".md")).ReplaceLineEndings("\n");

    private static string Severity(DiagnosticDescriptor descriptor) =>
        descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity switch
        {
            DiagnosticSeverity.Info => "suggestion",
            DiagnosticSeverity.Hidden => "hidden",
            _ => "warning",
        }
        : "off";

    private static string Heading(string text) => $"(?m)^## {Regex.Escape(text)}$";

    [GeneratedRegex("^```csharp$", RegexOptions.Multiline)]
    private static partial Regex CSharpBlock();
}
