using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.SynthTests.Conformance;
using EcsExecRole.Analyzers.SynthTests.Oracle;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>The sample with the usual mistakes, fixed as <c>dotnet format analyzers</c> fixes it: one pass, and nothing is left for the analyzer or in the templates.</summary>
public sealed class SampleTests
{
    private static readonly IReadOnlyDictionary<string, string> Sources = Directory
        .EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder(), path).Replace('\\', '/'))
        .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
        .ToDictionary(path => path, path => File.ReadAllText(Path.Combine(Folder(), path)));

    private static readonly Lazy<Task<IReadOnlyDictionary<string, string>>> Fixed = new(() => FixAsync(Sources));

    [Fact]
    public void The_sample_has_what_is_to_be_fixed() => Assert.NotEmpty(Fixable(Sources));

    [Fact]
    public async Task Nothing_is_left_to_report()
    {
        var texts = await Fixed.Value;
        var errors = Compile(texts, OutputKind.ConsoleApplication).GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(errors.Select(d => d.ToString()));
        Assert.Empty(Fixable(texts));
    }

    [Fact]
    public async Task Another_pass_changes_nothing()
    {
        var texts = await Fixed.Value;
        var again = await FixAsync(texts);
        Assert.All(texts, text => Assert.Equal(text.Value, again[text.Key]));
    }

    [Fact]
    public async Task The_templates_have_every_permission()
    {
        Assert.SkipWhen(Synthesizer.Node is null, "See ConformanceTests.Node_is_installed.");
        var before = Synthesize(Sources);
        Assert.Contains(before.Tasks, task => task.Verdicts.Count > 0);

        var after = Synthesize(await Fixed.Value);
        Assert.All(after.Syntheses, synthesis => Assert.Null(synthesis.Error));

        // A condition on the VPC is unknown before the task is placed in one.
        Assert.True(after.Tasks.Count > 10 && after.Tasks.All(task => task.Verdicts.All(v => v.Kind == VerdictKind.Unknown)), after.Report());
    }

    /// <summary>Both stages, with an app that the test makes, as the program would make its own.</summary>
    private static CaseOutcome Synthesize(IReadOnlyDictionary<string, string> texts)
    {
        var main = texts["Program.cs"];
        var usings = Regex.Matches(main, @"^using [^;]*;\r?$", RegexOptions.Multiline);
        var body = main[(usings[^1].Index + usings[^1].Length)..].Replace("var app = new App();", "").Replace("app.Synth();", "");
        var program = $"{string.Concat(usings.Select(u => u.Value))}\nnamespace Cases.Sample;\npublic static class Program {{ public static void Build(App app) {{ {body} }} }}";
        var file = CaseFile.Parse("Sample", "// context: stage=staging|production\n");
        var image = CaseCompiler.Emit(Compile(texts.ToDictionary(t => t.Key, t => t.Key == "Program.cs" ? program : t.Value)));
        return CaseOutcome.Of(file, Synthesizer.Run(file, image));
    }

    private static async Task<IReadOnlyDictionary<string, string>> FixAsync(IReadOnlyDictionary<string, string> texts)
    {
        var all = await FixAllRun.RunAsync(Compile(texts, OutputKind.ConsoleApplication), new AnalyzerOptions([], new CaseOptions(null)), CancellationToken.None, rounds: 1);
        return texts.ToDictionary(t => t.Key, t => all[t.Key]);
    }

    private static List<string> Fixable(IReadOnlyDictionary<string, string> texts) =>
        [.. CompiledAnalyzer.Shipped.Analyze(Compile(texts, OutputKind.ConsoleApplication)).Where(f => FixAllRun.FixableRules.Contains(f.Id) || f.Severity >= DiagnosticSeverity.Warning).Select(f => $"{f.File}({f.Line}): {f.Id} {f.Message}")];

    private static CSharpCompilation Compile(IReadOnlyDictionary<string, string> texts, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        // The case compiler names files by program.
        var compilation = CaseCompiler.Compile("Sample", texts.Select(t => (t.Key[..^".cs".Length], t.Value)));
        return compilation.WithOptions(compilation.Options.WithOutputKind(kind));
    }

    private static string Folder()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (Directory.Exists(Path.Combine(directory.FullName, "samples", "Storefront")))
            {
                return Path.Combine(directory.FullName, "samples", "Storefront");
            }
        }

        throw new InvalidOperationException("samples/Storefront is not above " + AppContext.BaseDirectory);
    }
}
