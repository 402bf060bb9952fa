using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>What the pages point at exists.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md", "CHANGELOG.md", "samples/README.md",
        .. Directory.EnumerateFiles(Path.Combine(TestPaths.RepositoryRoot, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(TestPaths.RepositoryRoot, f).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void RelativeLinksLeadSomewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(TestPaths.RepositoryRoot, page))!;
        var broken = Link().Matches(Generated.Text(page)).Select(m => m.Groups[1].Value)
            .Where(l => !l.Contains("://", StringComparison.Ordinal) && !l.StartsWith('#'))
            .Where(l => !Path.Exists(Path.Combine(folder, l.Split('#')[0])));
        Assert.Equal([], broken);
    }

    /// <summary>Who runs the README's command runs what CI runs.</summary>
    [Fact]
    public void TheReadmesTestCommandIsThatOfCi()
    {
        var command = Assert.Single(TestCommand().Matches(Generated.Text(".ci/run"))).Value;
        Assert.Contains("\n" + command + "\n", Generated.Text("README.md"), StringComparison.Ordinal);
        Assert.Contains(".ci/run", Generated.Text(".github/workflows/ci.yml"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?m)^dotnet test [^|>\n]*?(?= *(2>|\||$))")]
    private static partial Regex TestCommand();
}
