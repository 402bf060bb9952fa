using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>EER2002: the role's service principal becomes that of ECS tasks, where the role's creation names exactly one service.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EER2002TrustFix)), Shared]
public sealed class EER2002TrustFix() : ExecutionRoleFix(Descriptors.TrustId)
{
    private const string EcsTasks = "ecs-tasks.amazonaws.com";

    private protected override IEnumerable<FixPlan> Plans(Problem problem)
    {
        var origin = problem.Origin;
        var names = origin.Node.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(c => origin.Model.GetTypeInfo(c).Type.Is(CdkNames.ServicePrincipal))
            .Select(c => c.ArgumentList?.Arguments.FirstOrDefault()?.Expression)
            .ToList();

        // A principal under a condition, or one that is denied, needs another change.
        if (problem.NearMiss is "OtherPrincipal" or "" && names is [LiteralExpressionSyntax name] && origin.Model.GetConstantValue(name).Value is string service && service != EcsTasks)
        {
            yield return new("EER2002_ServicePrincipal", $"Let '{EcsTasks}' assume the role, not '{service}'", [new ReplaceEdit(origin.Document, name.Span, "\"" + EcsTasks + "\"")]);
        }
    }
}
