using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using EcsExecRole.Analyzers.Benchmarks.Apps;

namespace EcsExecRole.Analyzers.Benchmarks.Support;

/// <summary>
/// How long analyzers are at work by Roslyn's own account, the one that <c>-p:ReportAnalyzer=true</c> prints. On one thread, so that nothing is done beside and no time is
/// another's.
/// </summary>
internal static class Telemetry
{
    private const int Rounds = 11;

    /// <summary>The median of all analyzers together, in milliseconds.</summary>
    public static double Milliseconds(AppSource app, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        Warm.Up(analyzers);
        return Enumerable.Range(0, Rounds).Select(_ => Once(app, analyzers)).Order().ElementAt(Rounds / 2);
    }

    private static double Once(AppSource app, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        GC.Collect();
        var compilation = Compile.Of(app, References.Cdk);
        var driver = compilation.WithOptions(compilation.Options.WithConcurrentBuild(false)).WithAnalyzers(
            analyzers,
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        return driver.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult().AnalyzerTelemetryInfo.Values.Sum(t => t.ExecutionTime.TotalMilliseconds);
    }
}
