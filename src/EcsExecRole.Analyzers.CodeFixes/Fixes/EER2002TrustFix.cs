using System.Composition;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>EER2002: the role's service principal becomes that of ECS tasks, where the role's creation names exactly one service.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EER2002TrustFix)), Shared]
public sealed class EER2002TrustFix() : ExecutionRoleFix(Descriptors.TrustId)
{
    private const string EcsTasks = "ecs-tasks.amazonaws.com";

    private static readonly Regex Service = new(@"^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$");

    private protected override IEnumerable<FixPlan> Plans(Problem problem)
    {
        // A principal under a condition, or one that is denied, needs another change.
        if (problem.NearMiss is "OtherPrincipal" or ""
            && TrustPolicy(problem.Origin) is { } policy
            && Services(policy).ToList() is [var name]
            && name.Token.Value is string service && service != EcsTasks)
        {
            yield return new("EER2002_ServicePrincipal", $"Let '{EcsTasks}' assume the role, not '{service}'", [new ReplaceEdit(policy.Document, name.Span, "\"" + EcsTasks + "\"")]);
        }
    }

    /// <summary>What says who may assume the role, as far as it is this role's own.</summary>
    private static Place? TrustPolicy(Place role)
    {
        if (role.Node is not BaseObjectCreationExpressionSyntax creation)
        {
            return role;
        }

        if ((Initializers.ValueOf(creation, "AssumedBy") ?? Initializers.ValueOf(creation, "AssumeRolePolicyDocument")) is not { } value)
        {
            return null;
        }

        return Storage.Unwrap(value) is IdentifierNameSyntax && role.Model.GetSymbolInfo(value).Symbol is ILocalSymbol ? Sources.Definition(role.At(value)).FirstOrDefault() : role.At(value);
    }

    /// <summary>The literals that name services: a constant of the program may be meant for other roles, too.</summary>
    private static IEnumerable<LiteralExpressionSyntax> Services(Place policy) =>
        policy.Node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Where(l => l.IsKind(SyntaxKind.StringLiteralExpression) && l.Token.Value is string text && Service.IsMatch(text));
}
