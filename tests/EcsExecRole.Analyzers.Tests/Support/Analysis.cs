using System.Collections.Immutable;
using EcsExecRole.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>Runs the analyzer directly, for what the verifier does not compare: properties, additional locations, the way editors ask.</summary>
internal static class Analysis
{
    static Analysis() => CompilationFindings.OnFailure = e => throw new InvalidOperationException("the analyzer threw", e);

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "app",
        sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, new CSharpParseOptions(LanguageVersion.Preview), path: $"File{i}.cs")),
        CdkReferences.Of(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The diagnostics of a full build, in the order of their places.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Build(Compilation compilation) =>
        Sorted(await With(compilation).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));

    public static Task<ImmutableArray<Diagnostic>> Build(string source) => Build(Compile(source));

    /// <summary>The diagnostics that an editor shows, file by file.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Live(Compilation compilation, ExecutionRoleAnalyzer? analyzer = null)
    {
        var with = With(compilation, analyzer);
        var all = ImmutableArray<Diagnostic>.Empty;
        foreach (var tree in compilation.SyntaxTrees)
        {
            all = all.AddRange(await with.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, TestContext.Current.CancellationToken));
        }

        return Sorted(all);
    }

    public static CompilationWithAnalyzers With(Compilation compilation, ExecutionRoleAnalyzer? analyzer = null) => new(
        compilation,
        [analyzer ?? new ExecutionRoleAnalyzer()],
        new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));

    private static ImmutableArray<Diagnostic> Sorted(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan).ThenBy(d => d.Id, StringComparer.Ordinal)];
}
