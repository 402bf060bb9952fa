using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>EER2005: the same grant on the execution role, beside that on the task role, or in its place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EER2005TaskRoleGrantFix)), Shared]
public sealed class EER2005TaskRoleGrantFix() : ExecutionRoleFix(Descriptors.TaskRoleGrantId)
{
    private protected override IEnumerable<FixPlan> Plans(Problem problem)
    {
        if (!problem.RoleTakesGrants)
        {
            return [];
        }

        var plans = RoleSwap.Plans(problem).ToList();
        return plans.Count > 0 ? plans : MissingGrants.Plan(problem) is { } grants ? [grants] : [];
    }
}
