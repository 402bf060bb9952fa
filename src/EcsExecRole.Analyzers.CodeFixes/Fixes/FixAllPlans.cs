using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// Fixes many problems as one is fixed: all plans are made on the same solution and applied together. A problem that has no plan of the chosen kind gets its best one.
/// </summary>
internal sealed class FixAllPlans : FixAllProvider
{
    public static FixAllPlans Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var cancellation = context.CancellationToken;
        var plans = new List<FixPlan>();
        var names = GivenNames.None;
        var diagnostics = await DiagnosticsAsync(context).ConfigureAwait(false);
        if (diagnostics.Count == 0)
        {
            // What an earlier rule's fix has mended on the way is no failure: `dotnet format` asks rule after rule.
            return CodeAction.Create("Fix all", _ => Task.FromResult(context.Solution), context.CodeActionEquivalenceKey);
        }

        foreach (var diagnostic in diagnostics)
        {
            var document = context.Solution.GetDocument(diagnostic.Location.SourceTree) ?? context.Document;
            if (document is not null && context.CodeFixProvider is ExecutionRoleFix fix)
            {
                var offered = await fix.PlansAsync(document, diagnostic, names, cancellation).ConfigureAwait(false);
                foreach (var plan in Best(offered, context.CodeActionEquivalenceKey))
                {
                    plans.Add(plan);
                    names = names.With(plan.Edits);
                }
            }
        }

        return plans.Count == 0 ? null : CodeAction.Create("Fix all", c => PlanApplier.ApplyAsync(context.Solution, plans, c), context.CodeActionEquivalenceKey);
    }

    /// <summary>The plan of the chosen kind. A statement that only has to be corrected is, unless the managed policy is what was chosen.</summary>
    private static IEnumerable<FixPlan> Best(ImmutableArray<FixPlan> offered, string? key)
    {
        var chosen = offered.Where(p => p.Key == key);
        var corrections = key?.EndsWith("_ManagedPolicy", StringComparison.Ordinal) == true ? [] : offered.Where(p => p.Key.EndsWith(StatementCorrection.Key, StringComparison.Ordinal));
        return corrections.Concat(chosen).Concat(offered).Take(1);
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        var found = new List<Diagnostic>();
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                found.AddRange(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
                break;
            case FixAllScope.Project:
                found.AddRange(await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false));
                break;
            case FixAllScope.Solution:
                foreach (var project in context.Solution.Projects)
                {
                    found.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                break;
        }

        return [.. found.Where(d => d.Location.IsInSource && !d.IsSuppressed).OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
    }
}
