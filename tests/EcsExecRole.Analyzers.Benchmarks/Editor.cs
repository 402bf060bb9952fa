using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using EcsExecRole.Analyzers.Benchmarks.Apps;
using EcsExecRole.Analyzers.Benchmarks.Support;

namespace EcsExecRole.Analyzers.Benchmarks;

/// <summary>
/// What an editor does after each pause in typing: one document of an app of 10,000 lines has changed, and its diagnostics are asked for, of one analyzer all the time.
/// </summary>
[WarmupCount(80)]
[IterationCount(40)]
public class Editor
{
    private readonly ExecutionRoleAnalyzer ours = new();
    private readonly EmptyAnalyzer empty = new();

    private const int TaskDefinitions = 225;

    private CSharpCompilation compilation = null!;
    private SyntaxTree document = null!;
    private int edits;

    [GlobalSetup]
    public void Setup()
    {
        compilation = Compile.Of(AppSource.WithTaskDefinitions(TaskDefinitions, eachDefective: 1), References.Cdk);
        document = compilation.SyntaxTrees[5];
    }

    [Benchmark(Baseline = true)]
    public int Empty() => Edited(empty);

    [Benchmark]
    public int Ours() => Edited(ours) is 3 and var found ? found : throw new InvalidOperationException("3 warnings are due");

    private int Edited(DiagnosticAnalyzer analyzer)
    {
        var text = document.GetText();
        var changed = document.WithChangedText(SourceText.From(text.ToString().Replace($"Duration.Minutes({5 + (edits % 50)})", $"Duration.Minutes({5 + (++edits % 50)})"), Encoding.UTF8));
        compilation = compilation.ReplaceSyntaxTree(document, changed);
        document = changed;
        var model = compilation.GetSemanticModel(document);
        return Compile.With(compilation, [analyzer]).GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None).GetAwaiter().GetResult()
            .Count(d => d.Severity == DiagnosticSeverity.Warning);
    }
}
