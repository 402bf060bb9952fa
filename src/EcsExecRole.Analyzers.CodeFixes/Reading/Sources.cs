using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>What an expression's value is made of: the expressions in it, in the locals it reads and in the program's own methods it calls, nearest first.</summary>
internal static class Sources
{
    private const int MaxDepth = 6;

    /// <summary>Helpers that call each other have sources without number.</summary>
    private const int MaxPlaces = 200;

    public static IEnumerable<Place> Of(Place place) => Of(place, MaxDepth).Take(MaxPlaces);

    private static IEnumerable<Place> Of(Place place, int depth)
    {
        var node = Storage.Unwrap(place.Node);
        yield return place.At(node);
        if (depth == 0)
        {
            yield break;
        }

        foreach (var part in Parts(place.At(node)))
        {
            foreach (var source in Of(part, depth - 1))
            {
                yield return source;
            }
        }
    }

    private static IEnumerable<Place> Parts(Place place)
    {
        var parts = place.Node switch
        {
            InvocationExpressionSyntax invocation => ReceiverOf(invocation).Concat(ArgumentsOf(invocation.ArgumentList)),
            BaseObjectCreationExpressionSyntax creation => ArgumentsOf(creation.ArgumentList).Concat(ElementsOf(creation.Initializer)),
            MemberAccessExpressionSyntax access => [access.Expression],
            ConditionalAccessExpressionSyntax access => [access.Expression, access.WhenNotNull],
            ConditionalExpressionSyntax choice => [choice.WhenTrue, choice.WhenFalse],
            BinaryExpressionSyntax binary => [binary.Left, binary.Right],
            InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().Select(i => i.Expression),
            ImplicitArrayCreationExpressionSyntax array => ElementsOf(array.Initializer),
            ArrayCreationExpressionSyntax array => ElementsOf(array.Initializer),
            CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(e => e.Expression),
            _ => Enumerable.Empty<ExpressionSyntax>(),
        };
        return parts.Select(place.At).Concat(Definition(place));
    }

    private static IEnumerable<ExpressionSyntax> ReceiverOf(InvocationExpressionSyntax invocation) =>
        invocation.Expression is MemberAccessExpressionSyntax access ? [access.Expression] : [];

    private static IEnumerable<ExpressionSyntax> ArgumentsOf(ArgumentListSyntax? list) => list?.Arguments.Select(a => a.Expression) ?? [];

    private static IEnumerable<ExpressionSyntax> ElementsOf(InitializerExpressionSyntax? initializer) => initializer?.Expressions.SelectMany(e => e switch
    {
        AssignmentExpressionSyntax assignment => [assignment.Right],
        InitializerExpressionSyntax inner => inner.Expressions,
        _ => (IEnumerable<ExpressionSyntax>)[e],
    }) ?? [];

    /// <summary>What a local is initialized with, or what a method or getter of the program returns.</summary>
    public static IEnumerable<Place> Definition(Place place)
    {
        var symbol = place.Node switch
        {
            InvocationExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax => place.Model.GetSymbolInfo(place.Node).Symbol,
            _ => null,
        };
        if (symbol is not (ILocalSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol) || symbol.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference)
        {
            return [];
        }

        // The program's other files are read as what they were compiled from.
        var solution = place.Document.Project.Solution;
        var document = reference.SyntaxTree == place.Node.SyntaxTree ? place.Document : solution.GetDocument(reference.SyntaxTree);
        if (document is null)
        {
            return [];
        }

        var model = document == place.Document ? place.Model : place.Model.Compilation.GetSemanticModel(reference.SyntaxTree);
        var results = reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer: { } value } => [value.Value],
            PropertyDeclarationSyntax property => Results(property.ExpressionBody, property.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration))?.Body, property.Initializer?.Value),
            BaseMethodDeclarationSyntax method => Results(method.ExpressionBody, method.Body, null),
            LocalFunctionStatementSyntax function => Results(function.ExpressionBody, function.Body, null),
            _ => [],
        };
        return results.Select(r => new Place(document, model, r));
    }

    private static IEnumerable<ExpressionSyntax> Results(ArrowExpressionClauseSyntax? arrow, BlockSyntax? body, ExpressionSyntax? initializer)
    {
        if (arrow is not null)
        {
            return [arrow.Expression];
        }

        var returned = body?.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().Select(r => r.Expression).OfType<ExpressionSyntax>() ?? [];
        return initializer is null ? returned : returned.Append(initializer);
    }
}
