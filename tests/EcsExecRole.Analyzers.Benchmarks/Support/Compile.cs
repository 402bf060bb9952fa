using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using EcsExecRole.Analyzers.Benchmarks.Apps;

namespace EcsExecRole.Analyzers.Benchmarks.Support;

/// <summary>What is measured, each time from the text on, in a process that is warm.</summary>
internal static class Compile
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private static readonly CSharpCompilationOptions Options = new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);

    public static CSharpCompilation Of(AppSource app, ImmutableArray<MetadataReference> references) => CSharpCompilation.Create(
        "App",
        app.Files.Select((f, i) => CSharpSyntaxTree.ParseText(SourceText.From(f, Encoding.UTF8), Parsing, $"/app/File{i}.cs")),
        references,
        Options);

    /// <summary>From text to assembly, without analyzers.</summary>
    public static long Bare(AppSource app, ImmutableArray<MetadataReference> references)
    {
        using var assembly = new MemoryStream();
        var result = Of(app, references).Emit(assembly);
        return result.Success ? assembly.Length : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)));
    }

    /// <summary>From text to the diagnostics of analyzers, without an assembly, and how many of a warning's severity there are.</summary>
    public static int Analyzed(AppSource app, ImmutableArray<MetadataReference> references, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var result = With(Of(app, references), analyzers).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return result.GetAllDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Warning);
    }

    public static CompilationWithAnalyzers With(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) => compilation.WithAnalyzers(
        analyzers,
        new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
}
