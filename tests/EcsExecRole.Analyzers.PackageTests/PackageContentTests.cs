using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EcsExecRole.Analyzers.PackageTests.Support;

namespace EcsExecRole.Analyzers.PackageTests;

/// <summary>What the package is made of. A change here is a change for every user, so it is pinned.</summary>
public partial class PackageContentTests(BuiltApps apps)
{
    [Fact]
    public async Task Files()
    {
        await using var package = await ZipFile.OpenReadAsync(apps.Package, TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "EcsExecRole.Analyzers.nuspec",
                "README.md",
                "analyzers/dotnet/cs/EcsExecRole.Analyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/EcsExecRole.Analyzers.dll",
                .. Pages,
                "icon.png",
            ],
            package.Entries.Select(e => e.FullName).Where(n => !n.StartsWith("_rels/", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal) && n != "[Content_Types].xml")
                .Order(StringComparer.Ordinal));
    }

    /// <summary>The pages come along, since nothing else has them as long as the repository has no address.</summary>
    private static IEnumerable<string> Pages =>
    [
        "docs/adopt.md", "docs/cdk-versions.md", "docs/ci.md", "docs/configuration.md", "docs/coverage.md", "docs/how-it-works.md", "docs/how-it-works.svg",
        "docs/performance.md",
        "docs/presets/audit.editorconfig", "docs/presets/default.editorconfig", "docs/presets/strict.editorconfig",
        "docs/robustness.md",
        .. Directory.EnumerateFiles(Path.Combine(Places.RepositoryRoot, "docs", "rules")).Select(f => "docs/rules/" + Path.GetFileName(f)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The README as nuget.org shows it: every link leads somewhere from there, and no picture is broken.</summary>
    [Fact]
    public async Task ReadmeWithoutTheRepository()
    {
        await using var package = await ZipFile.OpenReadAsync(apps.Package, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await package.GetEntry("README.md")!.OpenAsync(TestContext.Current.CancellationToken));
        var readme = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("# EcsExecRole.Analyzers\n", readme, StringComparison.Ordinal);
        Assert.Equal([], Link().Matches(readme).Select(m => m.Groups["to"].Value).Where(to => !to.StartsWith("https://", StringComparison.Ordinal)));
        Assert.DoesNotContain("![", readme, StringComparison.Ordinal);

        // But for that it is the repository's.
        var source = await File.ReadAllTextAsync(Path.Combine(Places.RepositoryRoot, "README.md"), TestContext.Current.CancellationToken);
        Assert.Equal(Plain(source), Plain(readme));
    }

    private static string Plain(string markdown) => Blank().Replace(Link().Replace(Picture().Replace(markdown, ""), "${text}"), "\n").Trim();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?m)^!\[[^\]]*\]\([^)]*\)$")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\s*\n")]
    private static partial Regex Blank();

    [Fact]
    public async Task Nuspec()
    {
        await using var package = await ZipFile.OpenReadAsync(apps.Package, TestContext.Current.CancellationToken);
        await using var stream = await package.GetEntry("EcsExecRole.Analyzers.nuspec")!.OpenAsync(TestContext.Current.CancellationToken);
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        var elements = metadata.Elements().ToDictionary(e => e.Name.LocalName, e => e.Value);

        Assert.Equal(
            ["authors", "description", "developmentDependency", "icon", "id", "license", "licenseUrl", "readme", "releaseNotes", "repository", "tags", "title", "version"],
            elements.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("EcsExecRole.Analyzers", elements["id"]);
        Assert.Equal(BuiltApps.Version, elements["version"]);
        Assert.Equal("true", elements["developmentDependency"]);
        Assert.Equal("MIT", elements["license"]);
        Assert.Equal("README.md", elements["readme"]);
        Assert.Equal("icon.png", elements["icon"]);
        Assert.StartsWith("## [", elements["releaseNotes"], StringComparison.Ordinal);
    }

    /// <summary>The compiler loads an analyzer's references from its own folder: what is not Roslyn's, a reference of Roslyn's own (System.Memory) or netstandard's would not be there.</summary>
    [Theory]
    [InlineData("EcsExecRole.Analyzers.dll", new[] { "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory", "netstandard" })]
    [InlineData(
        "EcsExecRole.Analyzers.CodeFixes.dll",
        new[]
        {
            "EcsExecRole.Analyzers", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.Workspaces",
            "System.Collections.Immutable", "System.Composition.AttributedModel", "System.Memory", "netstandard",
        })]
    public void ReferencesNothingThatACompilerLacks(string file, string[] allowed)
    {
        using var image = Open(file);
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).ToList();

        Assert.Equal([], references.Select(r => metadata.GetString(r.Name)).Except(allowed));
        Assert.All(
            references.Where(r => metadata.GetString(r.Name).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            r => Assert.Equal(Version.Parse(Places.RoslynFloor + ".0"), r.Version));
    }

    /// <summary>Symbols are embedded, and name no folder of the machine that built them.</summary>
    [Theory]
    [InlineData("EcsExecRole.Analyzers.dll")]
    [InlineData("EcsExecRole.Analyzers.CodeFixes.dll")]
    public void IsDeterministicWithSymbols(string file)
    {
        using var image = Open(file);
        var entries = image.ReadDebugDirectory();
        Assert.Contains(entries, e => e.Type == DebugDirectoryEntryType.Reproducible);

        using var symbols = image.ReadEmbeddedPortablePdbDebugDirectoryData(Assert.Single(entries, e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        var reader = symbols.GetMetadataReader();
        var sources = reader.Documents.Select(d => reader.GetString(reader.GetDocument(d).Name)).ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, s => Assert.StartsWith("/_", s, StringComparison.Ordinal));
    }

    private PEReader Open(string file) => new(File.OpenRead(Path.Combine(apps.Extracted, "analyzers", "dotnet", "cs", file)));
}
