using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>EER2009: corrects the statement; where that takes more than it says, grants the permission as the rule for it would.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EER2009DeadStatementFix)), Shared]
public sealed class EER2009DeadStatementFix() : ExecutionRoleFix(Descriptors.DeadStatementId)
{
    private protected override IEnumerable<FixPlan> Plans(Problem problem)
    {
        var need = problem.Needs.FirstOrDefault();
        var correction = StatementCorrection.Plan((need ?? problem) with { Rule = problem.Rule, Permissions = problem.Permissions }, problem.Origin, problem.NearMiss);
        return correction is not null ? [correction] : MissingGrants.Plan(problem) is { } grants ? [grants] : [];
    }
}
