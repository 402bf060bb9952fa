using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// A place for a new statement: before or after an anchor, which is a statement, or the expression of an expression-bodied member or lambda, whose body then becomes a
/// block.
/// </summary>
internal sealed record Site(Document Document, SemanticModel Model, SyntaxNode Anchor, bool IsAfter)
{
    public bool Equals(Site? other) => other is not null && Anchor == other.Anchor && IsAfter == other.IsAfter;

    public override int GetHashCode() => Anchor.GetHashCode();

    /// <summary>Where names are looked up; behind an expression body that would be outside of its member.</summary>
    public int Position => IsAfter && Anchor is StatementSyntax ? Anchor.Span.End : Anchor.SpanStart;

    /// <summary>What holds the anchor: sites with the same one run one after the other.</summary>
    public SyntaxNode? Block => Anchor.Parent is GlobalStatementSyntax global ? global.Parent : Anchor.Parent;

    /// <summary>The member or local function that the site is in.</summary>
    public SyntaxNode? Member => MemberOf(Anchor);

    /// <summary>Where statements beside an expression go: after its statement, or before it where that leaves.</summary>
    public static IEnumerable<Site> Beside(Place? place)
    {
        if (place is null || !place.CanBeEdited || AnchorOf(place.Node) is not { } anchor)
        {
            yield break;
        }

        if (!Leaves(anchor, place.Model))
        {
            yield return new(place.Document, place.Model, anchor, IsAfter: true);
        }

        yield return new(place.Document, place.Model, anchor, IsAfter: false);
    }

    public static Site? Before(Place place) => place.CanBeEdited && AnchorOf(place.Node) is { } anchor ? new(place.Document, place.Model, anchor, IsAfter: false) : null;

    public static SyntaxNode? MemberOf(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(n => n is MemberDeclarationSyntax and not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or GlobalStatementSyntax) or LocalFunctionStatementSyntax or CompilationUnitSyntax);

    /// <summary>Null for an expression outside of executable code: an initializer of a field, an argument of <c>base(…)</c>, an attribute.</summary>
    public static SyntaxNode? AnchorOf(SyntaxNode expression)
    {
        for (var node = expression; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case AnonymousFunctionExpressionSyntax function when function.ExpressionBody == node:
                case ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax }:
                    return node;
                case ArrowExpressionClauseSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return null;
                case BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax when node is StatementSyntax:
                    return node;
                case StatementSyntax when node is StatementSyntax and not BlockSyntax:
                    // The single statement of an if, else or loop.
                    return node;
            }
        }

        return null;
    }

    /// <summary>Whether nothing that stands after the anchor would run.</summary>
    private static bool Leaves(SyntaxNode anchor, SemanticModel model) => anchor switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax => true,
        ExpressionSyntax expression => !IsStatementBody(expression, model),
        _ => false,
    };

    /// <summary>Whether an expression body is run for its effect, not for its value.</summary>
    public static bool IsStatementBody(ExpressionSyntax body, SemanticModel model) => body.Parent switch
    {
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => IsVoid(method.ReturnType),
        ArrowExpressionClauseSyntax { Parent: LocalFunctionStatementSyntax function } => IsVoid(function.ReturnType),
        ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax } => true,
        AnonymousFunctionExpressionSyntax lambda => model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: true },
        _ => false,
    };

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
}
