using System.Threading;
using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>
/// The diagnostics of a compilation by file, worked out when first asked for and then kept. Thread-safe: one thread works, the others wait, each as long as its own
/// caller does. A run that was cancelled leaves nothing behind.
/// </summary>
internal sealed class CompilationFindings(
    Compilation compilation,
    CdkTypes types,
    Func<SyntaxTree, SemanticModel> modelOf,
    Func<SyntaxTree?, Settings> settings,
    Func<CancellationToken, RolesElsewhere> rolesElsewhere)
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private ImmutableDictionary<SyntaxTree, ImmutableArray<Diagnostic>>? byTree;

    /// <summary>How many operations one run of the program may evaluate.</summary>
    public int MaxSteps { get; init; } = Budget.Steps;

    /// <summary>Where exceptions of the analyzer's own go: nowhere, but for tests that want to see them.</summary>
    internal static Action<Exception>? OnFailure { get; set; }

    public IEnumerable<Diagnostic> All(CancellationToken cancellation)
    {
        var found = Get(cancellation);
        return compilation.SyntaxTrees.Where(found.ContainsKey).SelectMany(tree => found[tree]);
    }

    public ImmutableArray<Diagnostic> In(SyntaxTree tree, CancellationToken cancellation) =>
        Get(cancellation).TryGetValue(tree, out var found) ? found : [];

    private ImmutableDictionary<SyntaxTree, ImmutableArray<Diagnostic>> Get(CancellationToken cancellation)
    {
        if (Volatile.Read(ref byTree) is { } known)
        {
            return known;
        }

        gate.Wait(cancellation);
        try
        {
            return byTree ??= Run(cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    private ImmutableDictionary<SyntaxTree, ImmutableArray<Diagnostic>> Run(CancellationToken cancellation)
    {
        var registry = CdkRegistry.Create();
        var findings = new Dictionary<(string, SyntaxNode, string), Finding>();
        var roots = new Roots(new ProgramText(compilation, modelOf, cancellation), () => new CdkModel(types, registry), cancellation)
        {
            MaxSteps = MaxSteps,
            OnFailure = (_, e) => OnFailure?.Invoke(e),
        };
        var elsewhere = rolesElsewhere(cancellation);
        foreach (var run in roots.RunAll())
        {
            foreach (var finding in Judged(run, elsewhere, cancellation))
            {
                // The same code may run from several roots, and from several places of one.
                var key = (finding.Descriptor.Id, finding.Origin.Syntax, finding.Identity);
                if (!findings.ContainsKey(key))
                {
                    findings.Add(key, finding);
                }
            }
        }

        return findings.Values
            .GroupBy(f => f.Origin.Syntax.SyntaxTree)
            .ToImmutableDictionary(g => g.Key, g => g.Select(f => f.ToDiagnostic()).ToImmutableArray());
    }

    /// <summary>Whether the user turns a rule on that is off by default, for any of the files.</summary>
    private bool IsRequested(string id) =>
        (compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out var severity) && severity != ReportDiagnostic.Suppress)
        || (compilation.Options.SyntaxTreeOptionsProvider is { } options
            && ((options.TryGetGlobalDiagnosticValue(id, default, out severity) && severity != ReportDiagnostic.Suppress)
                || compilation.SyntaxTrees.Any(tree => options.TryGetDiagnosticValue(tree, id, default, out var here) && here != ReportDiagnostic.Suppress)));

    private List<Finding> Judged(Run run, RolesElsewhere elsewhere, CancellationToken cancellation)
    {
        try
        {
            var graph = ((CdkModel)run.Library).Graph;
            graph.RolesElsewhere = elsewhere;
            return AllRules.Report(Judge.Of(graph, run.Completed, task =>
            {
                cancellation.ThrowIfCancellationRequested();
                return settings(task.Origin?.Syntax.SyntaxTree);
            }), IsRequested);
        }
        catch (Exception e) when (e is BudgetException or Symbolic.GuardBudgetException or InsufficientExecutionStackException)
        {
            return [];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            OnFailure?.Invoke(e);
            return [];
        }
    }
}
