using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>What can be written at a site and means there what it means where it stands.</summary>
internal static class Visibility
{
    /// <summary>Whether the expression, copied to the site, compiles and yields the same value again: no side effects, nothing created.</summary>
    public static bool CanRead(this Site site, ExpressionSyntax expression, SemanticModel model) =>
        expression.DescendantNodesAndSelf().All(n => n switch
        {
            BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or AnonymousFunctionExpressionSyntax or AwaitExpressionSyntax or DeclarationExpressionSyntax
                or ThrowExpressionSyntax or QueryExpressionSyntax or StackAllocArrayCreationExpressionSyntax => false,
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax prefix => !prefix.IsKind(SyntaxKind.PreIncrementExpression) && !prefix.IsKind(SyntaxKind.PreDecrementExpression),
            InvocationExpressionSyntax invocation => IsText(model.GetTypeInfo(invocation).Type),
            ThisExpressionSyntax or BaseExpressionSyntax => IsSameType(site, n),
            SimpleNameSyntax name => IsNamedByOther(name) || site.Sees(name, model),
            _ => true,
        });

    /// <summary>Whether the variable or member can be read at the site by its simple name, and has its value there.</summary>
    public static bool Sees(this Site site, ISymbol symbol)
    {
        if (!site.Model.LookupSymbols(site.Position, name: symbol.Name).Any(s => SymbolEqualityComparer.Default.Equals(s.OriginalDefinition, symbol.OriginalDefinition)))
        {
            return false;
        }

        return symbol switch
        {
            ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => IsAssigned(site, symbol),
            IFieldSymbol or IPropertySymbol or IMethodSymbol or IEventSymbol => symbol.IsStatic || !IsStatic(site),
            _ => true,
        };
    }

    public static bool IsText(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_String or SpecialType.System_Boolean || type is { IsValueType: true };

    private static bool Sees(this Site site, SimpleNameSyntax name, SemanticModel model)
    {
        switch (model.GetSymbolInfo(name).Symbol)
        {
            case INamespaceOrTypeSymbol type:
                return site.Anchor.SyntaxTree == name.SyntaxTree
                    || site.Model.LookupNamespacesAndTypes(site.Position, name: name.Identifier.ValueText).Any(s => SymbolEqualityComparer.Default.Equals(s, type));
            case IMethodSymbol { MethodKind: MethodKind.LocalFunction } local:
                return site.Model.LookupSymbols(site.Position, name: local.Name).Any(s => SymbolEqualityComparer.Default.Equals(s, local));
            case null:
                return false;
            case var symbol:
                return site.Sees(symbol);
        }
    }

    /// <summary>Whether a name is looked up in what stands before it, or in a type of its own: <c>x.NAME</c>, <c>NAME: x</c>, <c>{ NAME = x }</c>.</summary>
    private static bool IsNamedByOther(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        MemberBindingExpressionSyntax => true,
        NameColonSyntax or NameEqualsSyntax => true,
        QualifiedNameSyntax qualified => qualified.Right == name,
        AliasQualifiedNameSyntax => true,
        _ => false,
    };

    private static bool IsSameType(Site site, SyntaxNode node)
    {
        var (there, here) = (node.FirstAncestorOrSelf<TypeDeclarationSyntax>(), site.Anchor.FirstAncestorOrSelf<TypeDeclarationSyntax>());
        return there is not null && there == here && !IsStatic(site);
    }

    private static bool IsStatic(Site site) => site.Model.GetEnclosingSymbol(site.Position) is { } symbol && Enclosing(symbol).Any(s => s.IsStatic)
        || site.Anchor.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null;

    private static IEnumerable<ISymbol> Enclosing(ISymbol symbol)
    {
        for (var current = symbol; current is IMethodSymbol or IPropertySymbol or IFieldSymbol; current = current.ContainingSymbol)
        {
            yield return current;
        }
    }

    private static bool IsAssigned(Site site, ISymbol symbol)
    {
        if (symbol is IParameterSymbol { RefKind: not RefKind.Out })
        {
            return true;
        }

        if (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration || declaration.SpanStart >= site.Position)
        {
            return false;
        }

        if (declaration is VariableDeclaratorSyntax { Initializer: not null } or ForEachStatementSyntax)
        {
            return true;
        }

        var flow = site.Anchor is StatementSyntax statement ? site.Model.AnalyzeDataFlow(statement) : site.Anchor is ExpressionSyntax expression ? site.Model.AnalyzeDataFlow(expression) : null;
        return flow is { Succeeded: true }
            && (site.IsAfter ? flow.DefinitelyAssignedOnExit : flow.DefinitelyAssignedOnEntry).Any(s => SymbolEqualityComparer.Default.Equals(s, symbol));
    }
}
