using EcsExecRole.Analyzers.PackageTests.Support;

namespace EcsExecRole.Analyzers.PackageTests;

/// <summary>
/// The same package in the oldest Roslyn that it supports and in the newest: each is hosted by a program that references just that version. The SDK's own compiler is
/// what every other test here uses.
/// </summary>
public class HostTests(BuiltApps apps)
{
    [Theory]
    [InlineData("HostOldest")]
    [InlineData("HostNewest")]
    public async Task FindsTheSame(string host)
    {
        var version = host == "HostOldest" ? Places.RoslynFloor : Places.RoslynNewest;
        var references = new[] { "amazon.cdk.lib", "amazon.jsii.runtime", "constructs" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Places.PackageRoot, p, VersionOf(p), "lib"), "*.dll", SearchOption.AllDirectories));

        var run = await apps.Run(
            apps.App(),
            [
                "exec", apps.App(host, "bin", "Debug", "net10.0", host + ".dll"), Path.Combine(apps.Extracted, "analyzers", "dotnet", "cs", "EcsExecRole.Analyzers.dll"),
                apps.App("Defects", "Program.cs"), .. references,
            ]);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains($"Roslyn {version}", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("error", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("load failed", run.Output, StringComparison.Ordinal);
        var ids = run.Output.Split('\n').Where(l => l.Contains(": warning EER", StringComparison.Ordinal)).Select(l => l.Split(": ")[1]["warning ".Length..]);
        Assert.Equal(apps.In("Defects").Select(r => r.Id).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
    }

    /// <summary>The version that the apps restored.</summary>
    private string VersionOf(string package)
    {
        var assets = File.ReadAllText(apps.App("Defects", "obj", "project.assets.json"));
        var start = assets.IndexOf($"\"path\": \"{package}/", StringComparison.Ordinal) + $"\"path\": \"{package}/".Length;
        return assets[start..assets.IndexOf('"', start)];
    }
}
