using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.PackageTests.Support;

[assembly: AssemblyFixture(typeof(BuiltApps))]

namespace EcsExecRole.Analyzers.PackageTests.Support;

/// <summary>
/// The package, packed from what is built into a feed of its own, and a copy of <c>Apps</c>, restored from that feed and built once; all tests look at the same build.
/// </summary>
public sealed partial class BuiltApps : IAsyncLifetime
{
    // No other package has it, and it is restored into a folder of its own: what an earlier run left in the package folder is never taken for this one.
    internal const string Version = "0.0.0-test";

    private readonly string root = Directory.CreateTempSubdirectory("EcsExecRole.").FullName;

    private IReadOnlyList<Reported> reported = [];

    internal string Package => Path.Combine(root, "feed", $"EcsExecRole.Analyzers.{Version}.nupkg");

    /// <summary>The package as restored.</summary>
    internal string Extracted => Path.Combine(root, "packages", "ecsexecrole.analyzers", Version);

    /// <summary>What the build of all apps printed.</summary>
    internal string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var project = Path.Combine(Places.RepositoryRoot, "src", "EcsExecRole.Analyzers.Package");
        await Succeed(project, "pack", "--no-build", "-c", Places.Configuration, $"-p:PackageVersion={Version}", "-o", Path.Combine(root, "feed"));
        Copy(Path.Combine(Places.RepositoryRoot, "tests", "EcsExecRole.Analyzers.PackageTests", "Apps"), App());
        await File.WriteAllTextAsync(App("Versions.props"), Versions);
        foreach (var app in new[] { "Severities", "Categories", "Options", "Errors", "Strict", "GlobalConfig" })
        {
            File.Copy(App("Defects", "Program.cs"), App(app, "Program.cs"));
        }

        File.Copy(Path.Combine(Places.RepositoryRoot, "docs", "presets", "strict.editorconfig"), App("Strict", ".editorconfig"));

        // What is built or changed later on, by one test alone, is in a project of its own, so that no other test sees it half done.
        Copy(App("Format"), App("Formatted"));
        File.Move(App("Formatted", "Format.csproj"), App("Formatted", "Formatted.csproj"));

        Output = (await Run(App(), "build", "Apps.slnx", "-v", "minimal")).Output;
        reported = Reported.In(Output);
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            Directory.Delete(root, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A compiler server may still hold the analyzers; the folder is a temporary one.
        }

        return default;
    }

    /// <summary>A file or folder of the copied apps.</summary>
    internal string App(params string[] path) => Path.Combine([root, "apps", .. path]);

    /// <summary>What the build of all apps reported for one.</summary>
    internal IReadOnlyList<Reported> In(string app) => [.. reported.Where(r => r.Project == app)];

    /// <summary>The places that an app marks with a comment: <c>// EER1001</c>.</summary>
    internal IEnumerable<string> Marked(string app, string severity = "warning") =>
        from file in Directory.EnumerateFiles(App(app), "*.cs").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        from mark in Mark().Matches(line.Text)
        select $"{Path.GetFileName(file)}({line.Number}): {severity} {mark.Groups[1].Value}";

    /// <summary>A command on the apps, with this run's packages.</summary>
    internal Task<CommandResult> Run(string folder, params string[] arguments) => RunWith(folder, [], arguments);

    /// <summary>The same, with variables of the command's own.</summary>
    internal Task<CommandResult> RunWith(string folder, Dictionary<string, string> environment, params string[] arguments) => DotNet.Run(
        folder,
        new Dictionary<string, string>(environment) { ["NUGET_PACKAGES"] = Path.Combine(root, "packages") },
        arguments);

    // What is in the machine's package folder is used from there; only this package, and what is missing, is extracted into this run's.
    private string Versions => $"""
        <Project>
          <PropertyGroup>
            <EcsExecRoleVersion>{Version}</EcsExecRoleVersion>
            <CdkVersion>{Places.CdkVersion}</CdkVersion>
            <RoslynOldest>{Places.RoslynFloor}</RoslynOldest>
            <RoslynNewest>{Places.RoslynNewest}</RoslynNewest>
            <RestoreAdditionalProjectSources>{Path.Combine(root, "feed")}</RestoreAdditionalProjectSources>
            <RestoreFallbackFolders>{Places.PackageRoot}</RestoreFallbackFolders>
          </PropertyGroup>
        </Project>
        """;

    private async Task Succeed(string folder, params string[] arguments)
    {
        var result = await Run(folder, arguments);
        Assert.True(result.ExitCode == 0, result.Output);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (!relative.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj"))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, relative))!);
                File.Copy(file, Path.Combine(to, relative));
            }
        }
    }

    [GeneratedRegex(@"// (EER\d{4})")]
    private static partial Regex Mark();
}
