using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>EER1001: lets the role pull the image.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EER1001ImageFix)), Shared]
public sealed class EER1001ImageFix() : ExecutionRoleFix(Descriptors.ImageId)
{
    private protected override IEnumerable<FixPlan> Plans(Problem problem) => GrantPlanner.Plans(problem);
}
