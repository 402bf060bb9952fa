using System.Collections.Concurrent;
using System.Collections.Immutable;
using EcsExecRole.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EcsExecRole.Analyzers.RobustnessTests.Support;

/// <summary>Runs the analyzer so that nothing that goes wrong in it stays hidden: what it swallows for its users is thrown here.</summary>
internal static class Inspection
{
    /// <summary>Far beyond what any input takes on the slowest machine: who gets there hangs.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(10);

    static Inspection() => CompilationFindings.OnFailure = e => throw new AnalyzerDefectException(e);

    /// <summary>The diagnostics of a full build, in the order of their places; every rule is on.</summary>
    /// <param name="compilation">What is built.</param>
    /// <param name="concurrent">Whether on several threads.</param>
    /// <param name="analyzers">What runs in place of the analyzer as it is.</param>
    /// <exception cref="AnalyzerDefectException">The analyzer threw, or did not come to an end.</exception>
    public static ImmutableArray<Diagnostic> Build(Compilation compilation, bool concurrent = false, params ReadOnlySpan<DiagnosticAnalyzer> analyzers) =>
        Run(compilation, concurrent, (driver, cancellation) => driver.GetAnalyzerDiagnosticsAsync(cancellation), analyzers);

    /// <summary>The same, asked for file by file, as editors do.</summary>
    public static ImmutableArray<Diagnostic> Live(Compilation compilation, bool concurrent = false, ExecutionRoleAnalyzer? analyzer = null) => Run(compilation, concurrent, async (driver, cancellation) =>
    {
        var all = ImmutableArray<Diagnostic>.Empty;
        foreach (var tree in compilation.SyntaxTrees)
        {
            all = all.AddRange(await driver.GetAnalyzerSemanticDiagnosticsAsync(driver.Compilation.GetSemanticModel(tree), null, cancellation));
        }

        return all;
    }, analyzer is null ? [] : [analyzer]);

    /// <summary>Asks a driver of its own.</summary>
    public static ImmutableArray<Diagnostic> Run(Compilation compilation, bool concurrent, Func<CompilationWithAnalyzers, CancellationToken, Task<ImmutableArray<Diagnostic>>> ask, params ReadOnlySpan<DiagnosticAnalyzer> analyzers)
    {
        var defects = new ConcurrentQueue<Exception>();
        using var hang = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        hang.CancelAfter(Hang);
        try
        {
            var found = ask(Driver(compilation, concurrent, defects.Enqueue, analyzers), hang.Token).GetAwaiter().GetResult();
            return defects.TryDequeue(out var defect) ? throw new AnalyzerDefectException(defect) : Sorted(found);
        }
        catch (OperationCanceledException e) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new AnalyzerDefectException(new TimeoutException("the analyzer hangs", e));
        }
    }

    public static CompilationWithAnalyzers Driver(Compilation compilation, bool concurrent, Action<Exception>? onDefect = null, params ReadOnlySpan<DiagnosticAnalyzer> analyzers) => new(
        compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(AllRules)),
        analyzers.IsEmpty ? [new ExecutionRoleAnalyzer()] : [.. analyzers],
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (e, _, _) => onDefect?.Invoke(e),
            concurrentAnalysis: concurrent,
            logAnalyzerExecutionTime: false));

    public static ImmutableArray<Diagnostic> Sorted(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan).ThenBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.GetMessage(), StringComparer.Ordinal)];

    /// <summary>All that a user sees of a diagnostic, and all that a fix does.</summary>
    public static string Text(Diagnostic diagnostic) =>
        diagnostic + " @ " + string.Join(" ", diagnostic.AdditionalLocations.Select(l => l.GetLineSpan().ToString()))
        + " { " + string.Join(", ", diagnostic.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + "=" + p.Value)) + " }";

    /// <summary>Also the rules that are off by default: what they say is compared, too.</summary>
    private static ImmutableDictionary<string, ReportDiagnostic> AllRules { get; } =
        Descriptors.All.Where(d => !d.IsEnabledByDefault).ToImmutableDictionary(d => d.Id, _ => ReportDiagnostic.Info);
}

/// <summary>The analyzer threw: AD0001 in a build, or an exception that it would have swallowed.</summary>
internal sealed class AnalyzerDefectException(Exception inner) : Exception("the analyzer is broken: " + Head(inner.GetBaseException()), inner)
{
    /// <summary>The exception and the places nearest to it.</summary>
    private static string Head(Exception inner) => inner.GetType().Name + ": " + inner.Message + string.Concat((inner.StackTrace ?? "").Split('\n').Take(8).Select(l => "\n" + l));
}
