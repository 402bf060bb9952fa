using System.Text.Json;
using EcsExecRole.Analyzers.PackageTests.Support;

namespace EcsExecRole.Analyzers.PackageTests;

/// <summary>The sample with the usual mistakes, mended without an IDE: by the command that docs/adopt.md gives, and nothing else.</summary>
public class SampleFormatTests(BuiltApps apps)
{
    private static string Folder { get; } = Path.Combine(Places.RepositoryRoot, "samples", "Storefront");

    [Fact]
    public async Task OneCommandMendsTheSample()
    {
        var sample = Copy();
        var restore = await apps.Run(sample, "restore");
        Assert.True(restore.ExitCode == 0, restore.Output);
        var format = await apps.Run(sample, [.. Command(), "--no-restore"]);
        Assert.True(format.ExitCode == 0, format.Output);

        var build = await apps.Run(sample, "build", "--no-restore", "-warnaserror");
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Empty(Reported.In(build.Output));

        Assert.SkipUnless(HasNode, "jsii needs Node to synthesize.");
        foreach (var stage in new[] { "staging", "production" })
        {
            var assembly = Path.Combine(sample, "cdk.out", stage);
            var context = JsonSerializer.Serialize(new { stage });
            var synthesis = await apps.RunWith(sample, new() { ["CDK_CONTEXT_JSON"] = context, ["CDK_OUTDIR"] = assembly }, "run", "--no-build");
            Assert.True(synthesis.ExitCode == 0, synthesis.Output);

            var templates = Directory.EnumerateFiles(assembly, "*.template.json").Select(File.ReadAllText).ToList();
            Assert.Contains(templates, t => t.Contains("service-role/AmazonECSTaskExecutionRolePolicy", StringComparison.Ordinal));
            Assert.All(templates.SelectMany(TaskDefinitions), task => Assert.True(task.TryGetProperty("ExecutionRoleArn", out _), task.ToString()));
        }
    }

    /// <summary>The command as the page has it, without the name of the program.</summary>
    private static IEnumerable<string> Command() =>
        File.ReadLines(Path.Combine(Places.RepositoryRoot, "docs", "adopt.md")).Single(l => l.StartsWith("dotnet format analyzers ", StringComparison.Ordinal)).Split(' ').Skip(1);

    /// <summary>The sample among the apps, which take the package from the test's feed.</summary>
    private string Copy()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Folder, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(apps.App("Storefront", relative))!);
                File.Copy(file, apps.App("Storefront", relative));
            }
        }

        File.WriteAllText(apps.App("Storefront", "Storefront.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
            </Project>
            """);
        return apps.App("Storefront");
    }

    private static IEnumerable<JsonElement> TaskDefinitions(string template) =>
        from resource in JsonDocument.Parse(template).RootElement.GetProperty("Resources").EnumerateObject()
        where resource.Value.GetProperty("Type").GetString() == "AWS::ECS::TaskDefinition"
        select resource.Value.GetProperty("Properties");

    private static bool HasNode { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "node")) || File.Exists(Path.Combine(p, "node.exe")));
}
