using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Permissions of a role that is created with <c>InlinePolicies</c>: one more statement of a document that is written out there.</summary>
internal static class InlinePolicyGrants
{
    /// <summary>Null where no document is meant for such permissions, or the resource has no expression there.</summary>
    public static FixPlan? Plan(Problem problem)
    {
        if (problem.NewRole is not null
            || problem.Role is not { Node: BaseObjectCreationExpressionSyntax creation } role
            || !role.Model.GetTypeInfo(creation).Type.Is(CdkNames.Role)
            || Site.Before(role) is not { } site
            || (SharedCode.Contains(site) && StatementTexts.IsOfOneRun(problem, problem.Permissions, site))
            || ListFor(problem, [.. PolicyLists.Inline(role)]) is not { } list
            || StatementTexts.For(problem, problem.Permissions, site) is not { Count: > 0 } statements)
        {
            return null;
        }

        return new(problem.Rule + "_PolicyStatement", GrantPlanner.Title(problem.Permissions), [.. statements.Select(s => new StatementEdit(list, list.Node, s))]);
    }

    /// <summary>The only list; of several the one that has to do with the same service.</summary>
    private static Place? ListFor(Problem problem, IReadOnlyList<Place> lists) => lists is [var only] ? only : lists.FirstOrDefault(l => problem.Permissions.Any(p => Names(l, p.Service)));

    private static bool Names(Place list, string service) =>
        list.Node.DescendantTokens().Any(t => t.IsKind(SyntaxKind.StringLiteralToken) && t.ValueText.StartsWith(service + ":", StringComparison.OrdinalIgnoreCase));
}
