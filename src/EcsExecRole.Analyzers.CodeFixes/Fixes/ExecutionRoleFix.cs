using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>What the fixes have in common: each plans its changes for one problem; one plan or many are applied by the same code.</summary>
public abstract class ExecutionRoleFix : CodeFixProvider
{
    private protected ExecutionRoleFix(params string[] rules)
    {
        FixableDiagnosticIds = [.. rules];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllPlans.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var plan in await PlansAsync(context.Document, diagnostic, GivenNames.None, context.CancellationToken).ConfigureAwait(false))
            {
                var solution = context.Document.Project.Solution;
                context.RegisterCodeFix(CodeAction.Create(plan.Title, c => PlanApplier.ApplyAsync(solution, [plan], c), plan.Key), diagnostic);
            }
        }
    }

    /// <summary>
    /// The plans for a diagnostic, the best first; none where no honest one is known, nor for another fix's diagnostic, with which <c>dotnet format</c> asks for a rule's
    /// first fix (it takes any of the analyzer's).
    /// </summary>
    internal async Task<ImmutableArray<FixPlan>> PlansAsync(Document document, Diagnostic diagnostic, GivenNames names, CancellationToken cancellation)
    {
        var plans = ImmutableArray.CreateBuilder<FixPlan>();
        if (FixableDiagnosticIds.Contains(diagnostic.Id) && await Problem.ReadAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } problem)
        {
            foreach (var plan in Plans(problem.With(names)).Where(p => p.Edits.All(e => e.Document is not SourceGeneratedDocument)))
            {
                if (await TornCode.CanTakeAsync(document.Project.Solution, plan, cancellation).ConfigureAwait(false))
                {
                    plans.Add(plan);
                }
            }
        }

        return plans.ToImmutable();
    }

    /// <summary>Plans the changes: the best first.</summary>
    private protected abstract IEnumerable<FixPlan> Plans(Problem problem);
}
