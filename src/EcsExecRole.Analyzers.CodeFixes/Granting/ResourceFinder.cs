using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>How new code reaches a resource.</summary>
/// <param name="Expression">The construct.</param>
/// <param name="Edits">What makes the expression possible: a new variable.</param>
/// <param name="IsConditional">Whether the construct may be missing, so that a call needs <c>?.</c>.</param>
internal sealed record ResourceHandle(string Expression, ImmutableArray<Edit> Edits, bool IsConditional = false)
{
    public string Call(string method, string arguments) => $"{Expression}{(IsConditional ? "?" : "")}.{method}({arguments})";
}

/// <summary>Finds the ways to reach the construct of a problem's resource at a site, the best first.</summary>
internal static class ResourceFinder
{
    public static IEnumerable<ResourceHandle> At(Problem problem, ResourceKind kind, Site site)
    {
        foreach (var place in Sources.Of(problem.Origin))
        {
            if (IsOf(place, kind) && IsPrimary(place.Node) && site.CanRead(place.Node, place.Model))
            {
                var mayBeNull = place.Model.GetTypeInfo(place.Node).Nullability.FlowState == NullableFlowState.MaybeNull;
                yield return new(place.Node.WithoutTrivia().ToString(), [], mayBeNull);
            }
        }

        if (problem.Resource is { } resource && IsOf(resource, kind))
        {
            if (Storage.Of(resource) is { } symbol && site.Sees(symbol))
            {
                yield return new(symbol.Name, []);
            }
            else if (Storage.Of(resource) is null && Extract(problem, resource, kind, site) is { } handle)
            {
                yield return handle;
            }
        }

        // A key that is a construct is also what its secret or bucket says it is.
        if (kind == ResourceKind.Key && problem.Resource is { } key && IsOf(key, kind))
        {
            foreach (var owner in Sources.Of(problem.Origin))
            {
                if ((IsOf(owner, ResourceKind.Secret) || IsOf(owner, ResourceKind.Bucket)) && IsPrimary(owner.Node) && site.CanRead(owner.Node, owner.Model))
                {
                    yield return new(owner.Node.WithoutTrivia() + ".EncryptionKey", [], IsConditional: true);
                }
            }
        }
    }

    /// <summary>Whether the expression has such a construct as its value; a class's name, as in <c>Key.FromKeyArn</c>, has none.</summary>
    public static bool IsOf(Place place, ResourceKind kind) =>
        place.Model.GetTypeInfo(place.Node).Type.Is(kind.Interface) && place.Model.GetSymbolInfo(place.Node).Symbol is not INamespaceOrTypeSymbol;

    /// <summary>Whether a member can be taken of the expression as it stands; of <c>a ? b : c</c> it would be taken of <c>c</c>, and the sources hold its parts anyway.</summary>
    private static bool IsPrimary(SyntaxNode node) =>
        node is not (ConditionalExpressionSyntax or BinaryExpressionSyntax or SwitchExpressionSyntax or AssignmentExpressionSyntax or CastExpressionSyntax or AwaitExpressionSyntax);

    /// <summary>A construct that is made inline gets a variable, if the site is where that is in scope.</summary>
    private static ResourceHandle? Extract(Problem problem, Place resource, ResourceKind kind, Site site)
    {
        if (resource.Node is not (BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax)
            || resource.Node.SyntaxTree != site.Anchor.SyntaxTree
            || Site.AnchorOf(resource.Node) is not { } anchor
            || anchor == resource.Node
            || Storage.IsDiscarded(resource)
            || anchor.Parent is null
            || !site.Anchor.AncestorsAndSelf().Contains(anchor.Parent)
            || (anchor != site.Anchor && anchor.SpanStart > site.Anchor.SpanStart))
        {
            return null;
        }

        var name = Names.For(resource, kind.Variable, kind.Name, problem.Names);
        var type = resource.Model.GetTypeInfo(resource.Node).Type!;
        return new(name, [new ExtractEdit(new(resource.Document, resource.Model, anchor, IsAfter: false), resource.Node, name, type.Global())]);
    }
}
