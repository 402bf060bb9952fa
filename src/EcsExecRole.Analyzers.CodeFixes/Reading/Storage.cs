using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Where a value that an expression creates is kept.</summary>
internal static class Storage
{
    /// <summary>The local, field or property that the expression's value is assigned to, right there.</summary>
    public static ISymbol? Of(Place place)
    {
        var node = Outermost(place.Node);
        return node.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => place.Model.GetDeclaredSymbol(declarator),
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => place.Model.GetDeclaredSymbol(property),
            AssignmentExpressionSyntax assignment when assignment.Right == node && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) => assignment.Left switch
            {
                IdentifierNameSyntax { Parent.Parent: not InitializerExpressionSyntax } or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } =>
                    place.Model.GetSymbolInfo(assignment.Left).Symbol is ILocalSymbol or IFieldSymbol or IPropertySymbol ? place.Model.GetSymbolInfo(assignment.Left).Symbol : null,
                _ => null,
            },
            _ => null,
        };
    }

    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>Whether a statement makes the value and drops it: <c>new X();</c> or <c>_ = new X();</c>.</summary>
    public static bool IsDiscarded(Place place) => place.Node.Parent switch
    {
        ExpressionStatementSyntax => true,
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax, Left: IdentifierNameSyntax { Identifier.ValueText: "_" } left } => place.Model.GetSymbolInfo(left).Symbol is IDiscardSymbol,
        _ => false,
    };

    /// <summary>Whether something after its declaration gives a local another value.</summary>
    public static bool IsAssignedAgain(VariableDeclaratorSyntax local) =>
        Site.MemberOf(local)?.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == local.Identifier.ValueText && n.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == n,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => !n.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax deconstruction } && deconstruction.Left == argument.Parent,
            _ => false,
        }) == true;

    /// <summary>The expression inside of parentheses, casts and <c>!</c>.</summary>
    public static ExpressionSyntax Unwrap(ExpressionSyntax expression)
    {
        while (Inner(expression) is { } inner)
        {
            expression = inner;
        }

        return expression;
    }

    private static ExpressionSyntax? Inner(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => inner.Expression,
        CastExpressionSyntax cast => cast.Expression,
        PostfixUnaryExpressionSyntax postfix when postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression) => postfix.Operand,
        _ => null,
    };

    private static ExpressionSyntax Outermost(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            expression = (ExpressionSyntax)expression.Parent;
        }

        return expression;
    }
}
