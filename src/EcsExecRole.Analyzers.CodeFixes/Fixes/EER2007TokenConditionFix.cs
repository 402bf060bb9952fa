using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>EER2007: splits the statement, so that the token comes without the condition and the rest stays as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EER2007TokenConditionFix)), Shared]
public sealed class EER2007TokenConditionFix() : ExecutionRoleFix(Descriptors.TokenConditionId)
{
    private protected override IEnumerable<FixPlan> Plans(Problem problem)
    {
        if (StatementCorrection.StatementAt(problem.Origin) is { } statement && TokenStatement.Split(statement) is { } edits)
        {
            yield return new("EER2007_Split", TokenStatement.Title + ", without the condition", edits);
        }
    }
}
