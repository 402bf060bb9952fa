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
/// <param name="compilation">The compilation.</param>
/// <param name="source">Its program, null where there is nothing to find; what was bound before serves again, where it can.</param>
/// <param name="boundAnew">Its program, bound anew.</param>
/// <param name="settings">The user's settings for a file.</param>
/// <param name="rolesElsewhere">What is known of roles that the program only imports.</param>
internal sealed class CompilationFindings(
    Compilation compilation,
    Func<CancellationToken, ProgramSource?> source,
    Func<CancellationToken, ProgramSource?> boundAnew,
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

    /// <summary>Works them out ahead of time. Who asks for them then sees what went wrong here.</summary>
    public void Prepare(CancellationToken cancellation)
    {
        try
        {
            Get(cancellation);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
        }
    }

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
        try
        {
            return Run(source(cancellation), cancellation);
        }
        catch (EditException)
        {
            return Run(boundAnew(cancellation), cancellation);
        }
    }

    private ImmutableDictionary<SyntaxTree, ImmutableArray<Diagnostic>> Run(ProgramSource? program, CancellationToken cancellation)
    {
        if (program is null)
        {
            return ImmutableDictionary<SyntaxTree, ImmutableArray<Diagnostic>>.Empty;
        }

        var edits = program.Text.Edits;
        var registry = CdkRegistry.Create();
        var findings = new Dictionary<(string, SyntaxNode, string), Finding>();
        var roots = new Roots(program.Text, () => new CdkModel(program.Types, registry), cancellation)
        {
            MaxSteps = MaxSteps,
            OnFailure = (_, e) => OnFailure?.Invoke(e),
        };
        var elsewhere = rolesElsewhere(cancellation);
        foreach (var run in roots.RunAll())
        {
            foreach (var finding in Judged(run, elsewhere, edits, cancellation))
            {
                // The same code may run from several roots, and from several places of one.
                var key = (finding.Descriptor.Id, finding.Origin.Syntax, finding.Identity);
                if (!findings.ContainsKey(key))
                {
                    findings.Add(key, finding);
                }
            }
        }

        var generated = new GeneratedCode(compilation, cancellation);
        return findings.Values
            .Select(f => f.ToDiagnostic(edits.Current))
            .Where(d => !generated.Contains(d.Location))
            .GroupBy(d => d.Location.SourceTree!)
            .ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray());
    }

    /// <summary>Whether the user turns a rule on that is off by default, for any of the files.</summary>
    private bool IsRequested(string id) =>
        (compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out var severity) && severity != ReportDiagnostic.Suppress)
        || (compilation.Options.SyntaxTreeOptionsProvider is { } options
            && ((options.TryGetGlobalDiagnosticValue(id, default, out severity) && severity != ReportDiagnostic.Suppress)
                || compilation.SyntaxTrees.Any(tree => options.TryGetDiagnosticValue(tree, id, default, out var here) && here != ReportDiagnostic.Suppress)));

    private IEnumerable<Finding> Judged(Run run, RolesElsewhere elsewhere, Edits edits, CancellationToken cancellation)
    {
        try
        {
            var graph = ((CdkModel)run.Library).Graph;
            graph.RolesElsewhere = elsewhere;
            var parallel = new InParallel(compilation.Options.ConcurrentBuild, cancellation);
            return AllRules.Report(Judge.Of(graph, run.Completed, SettingsOf, parallel), IsRequested, parallel);
        }
        catch (Exception e) when (e is BudgetException or Symbolic.GuardBudgetException or InsufficientExecutionStackException)
        {
            return [];
        }
        catch (Exception e) when (e is not (OperationCanceledException or EditException))
        {
            OnFailure?.Invoke(e);
            return [];
        }

        Settings SettingsOf(TaskDefinitionNode task)
        {
            cancellation.ThrowIfCancellationRequested();
            return settings(task.Origin?.Syntax.SyntaxTree is { } tree ? edits.Current(tree) : null);
        }
    }
}
