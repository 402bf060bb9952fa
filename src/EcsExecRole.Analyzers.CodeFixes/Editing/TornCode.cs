using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// Changes of a file that does not parse, as while it is typed. Where a brace, a quotation mark or the end is missing, a statement may end elsewhere than it seems to, so that what
/// is written beside it becomes a part of it. So a change is made there to see whether the compiler has more to say than before; a file that parses costs no such trial.
/// </summary>
internal static class TornCode
{
    /// <summary>Whether a plan leaves no more errors than there are in the files that do not parse.</summary>
    public static async Task<bool> CanTakeAsync(Solution solution, FixPlan plan, CancellationToken cancellation)
    {
        Solution? changed = null;
        foreach (var document in plan.Edits.Select(e => e.Document).GroupBy(d => d.Id).Select(d => d.First()))
        {
            if (await IsTornAsync(document, cancellation).ConfigureAwait(false))
            {
                changed ??= await PlanApplier.ApplyAsync(solution, [plan], cancellation).ConfigureAwait(false);
                if (await ErrorsAsync(changed.GetDocument(document.Id)!, cancellation).ConfigureAwait(false) > await ErrorsAsync(document, cancellation).ConfigureAwait(false))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static async Task<bool> IsTornAsync(Document document, CancellationToken cancellation) =>
        await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { ContainsDiagnostics: true } root && root.GetDiagnostics().Any(IsError);

    private static async Task<int> ErrorsAsync(Document document, CancellationToken cancellation) =>
        (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!.GetDiagnostics(null, cancellation).Count(IsError);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
