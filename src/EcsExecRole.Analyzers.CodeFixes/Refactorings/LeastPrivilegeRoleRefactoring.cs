using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// Gives a task definition an execution role of its own with just what it needs. What CDK grants by itself is left to CDK: the program is analyzed with the new role, and
/// what is then missing is granted as the fixes do.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(LeastPrivilegeRoleRefactoring)), Shared]
public sealed class LeastPrivilegeRoleRefactoring : TaskDefinitionRefactoring
{
    internal const string Key = "LeastPrivilegeExecutionRole";

    /// <summary>A grant may uncover what stands behind it, as a secret does its key.</summary>
    private const int Rounds = 3;

    private const string Title = "Write the least-privilege execution role for this task definition";

    private protected override (FixPlan Plan, CodeAction Action)? Offer(Place definition, Place role) =>
        NewRole.For(definition, replace: true) is { Handle.Expression: var name } made && new FixPlan(Key, Title, made.Edits) is var plan
            ? (plan, CodeAction.Create(Title, c => ApplyAsync(definition.Document, plan, name, c), Key))
            : null;

    private static async Task<Solution> ApplyAsync(Document document, FixPlan plan, string role, CancellationToken cancellation)
    {
        var solution = await PlanApplier.ApplyAsync(document.Project.Solution, [plan], cancellation).ConfigureAwait(false);
        for (var round = 0; round < Rounds; round++)
        {
            var plans = await PlansAsync(solution.GetDocument(document.Id)!, role, cancellation).ConfigureAwait(false);
            if (plans.Count == 0)
            {
                break;
            }

            solution = await PlanApplier.ApplyAsync(solution, plans, cancellation).ConfigureAwait(false);
        }

        return solution;
    }

    /// <summary>The grants that the role still lacks.</summary>
    private static async Task<IReadOnlyList<FixPlan>> PlansAsync(Document document, string role, CancellationToken cancellation)
    {
        var plans = new List<FixPlan>();
        var compilation = (await document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
        var analysis = compilation.WithAnalyzers([new ExecutionRoleAnalyzer()], document.Project.AnalyzerOptions);
        var found = await analysis.GetAnalyzerDiagnosticsAsync(cancellation).ConfigureAwait(false);
        foreach (var diagnostic in found.Where(d => d.Id.StartsWith("EER1", StringComparison.Ordinal)).OrderBy(d => d.Location.SourceSpan.Start))
        {
            if (document.Project.Solution.GetDocument(diagnostic.Location.SourceTree) is { } place
                && await Problem.ReadAsync(place, diagnostic, cancellation).ConfigureAwait(false) is { Role: { } made } problem
                && made.Document.Id == document.Id
                && Storage.Of(made)?.Name == role)
            {
                var plan = GrantPlanner.Plans(problem.With(GivenNames.None.With(plans.SelectMany(p => p.Edits)))).FirstOrDefault();
                if (plan is not null && await TornCode.CanTakeAsync(document.Project.Solution, plan, cancellation).ConfigureAwait(false))
                {
                    plans.Add(plan);
                }
            }
        }

        return plans;
    }
}
