using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Diagnostics;
using EcsExecRole.Analyzers.Benchmarks.Apps;
using EcsExecRole.Analyzers.Benchmarks.Support;

namespace EcsExecRole.Analyzers.Benchmarks;

/// <summary>The same build with each of the general packs as a whole, at its default severities.</summary>
public class OtherPacks
{
    internal static AppSource App { get; } = AppSource.WithTaskDefinitions(100);

    private readonly AppSource app = App;
    private ImmutableArray<DiagnosticAnalyzer> analyzers;

    [Params("EcsExecRole.Analyzers", "Roslynator.Analyzers", "Microsoft.CodeAnalysis.NetAnalyzers", "Meziantou.Analyzer", "SonarAnalyzer.CSharp")]
    public string Pack { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        analyzers = Load(Pack);
        Warm.Up(analyzers);
    }

    internal static ImmutableArray<DiagnosticAnalyzer> Load(string pack) => pack == "EcsExecRole.Analyzers" ? [new ExecutionRoleAnalyzer()] : AnalyzerPacks.Load(pack);

    [Benchmark]
    public int InTurns() => Turns.Of(typeof(OtherPacks), Pack).Round(
        () => Compile.Bare(app, References.Cdk),
        () => Compile.Analyzed(app, References.Cdk, [new EmptyAnalyzer()]),
        () => Compile.Analyzed(app, References.Cdk, analyzers));
}
