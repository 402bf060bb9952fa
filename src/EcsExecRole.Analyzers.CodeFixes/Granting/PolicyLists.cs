using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// The lists of policy statements that a role has in the program, written out: in its <c>InlinePolicies</c>; of a level-1 role in its <c>Policies</c>, or in a
/// <c>CfnPolicy</c> that is attached to it.
/// </summary>
internal static class PolicyLists
{
    /// <summary>Those of a level-1 role.</summary>
    public static IEnumerable<Place> Of(Place role) => Given(role, "Policies").Concat(Attached(role)).Select(role.At);

    /// <summary>Those that a role is created with.</summary>
    public static IEnumerable<Place> Inline(Place role) => Given(role, "InlinePolicies").Select(role.At);

    private static IEnumerable<ExpressionSyntax> Given(Place role, string property) =>
        Initializers.ValueOf((BaseObjectCreationExpressionSyntax)role.Node, property) is { } policies ? In(role, policies) : [];

    /// <summary>The policies that the role's member attaches to its variable.</summary>
    private static IEnumerable<ExpressionSyntax> Attached(Place role)
    {
        if (Storage.Of(role) is not { } variable || Site.MemberOf(role.Node) is not { } member)
        {
            return [];
        }

        return member.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(c => role.Model.GetTypeInfo(c).Type.Is(CdkNames.CfnPolicy)
                && Initializers.ValueOf(c, "Roles") is { } roles
                && ListEdits.ElementsOf(roles).Count(e => e.IsNode) == 1
                && roles.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => SymbolEqualityComparer.Default.Equals(role.Model.GetSymbolInfo(n).Symbol, variable)))
            .SelectMany(c => In(role, Initializers.ValueOf(c, "PolicyDocument")));
    }

    /// <summary>The lists of statements that allow something.</summary>
    private static IEnumerable<ExpressionSyntax> In(Place role, ExpressionSyntax? policies) =>
        policies?.DescendantNodesAndSelf().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(c => role.Model.GetTypeInfo(c).Type.Is(CdkNames.PolicyDocument.Substring("global::".Length)))
            .Select(c => Initializers.ValueOf(c, "Statements"))
            .OfType<ExpressionSyntax>()
            .Where(l => ListEdits.ElementsOf(l).Count > 0 || l is CollectionExpressionSyntax { Elements.Count: 0 }) ?? [];
}
