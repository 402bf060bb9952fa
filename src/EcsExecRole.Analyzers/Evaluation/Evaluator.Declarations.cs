using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>What the declarations of properties and fields run.</content>
internal sealed partial class Evaluator
{
    private readonly Dictionary<(INamedTypeSymbol, bool), List<(ISymbol Symbol, IOperation? Initializer)>> initializers = [];

    /// <summary>The declarations of a property; of a partial one, both.</summary>
    private static IEnumerable<SyntaxNode> DeclarationsOf(IPropertySymbol property)
    {
        var own = property.DeclaringSyntaxReferences.Select(r => r.GetSyntax());
        return own.FirstOrDefault() is PropertyDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(m => m.ValueText == "partial")
            ? property.ContainingType.DeclaringSyntaxReferences.SelectMany(r => ((TypeDeclarationSyntax)r.GetSyntax()).Members).OfType<PropertyDeclarationSyntax>().Where(p => p.Identifier.ValueText == property.Name)
            : own;
    }

    private IOperation? GetterBody(IPropertySymbol property, PropertyFacts facts)
    {
        var found = facts.GetterBody ??= new(FindGetterBody(property));
        return found.Operation;
    }

    private IOperation? FindGetterBody(IPropertySymbol property)
    {
        foreach (var declaration in DeclarationsOf(property.OriginalDefinition))
        {
            switch (declaration)
            {
                case PropertyDeclarationSyntax { ExpressionBody: { } arrow }:
                    return Program.OperationOf(arrow);
                case IndexerDeclarationSyntax { ExpressionBody: { } arrow }:
                    return Program.OperationOf(arrow);
                case BasePropertyDeclarationSyntax { AccessorList: { } accessors }:
                    foreach (var accessor in accessors.Accessors)
                    {
                        if (accessor.Keyword.Text == "get" && (accessor.Body is not null || accessor.ExpressionBody is not null))
                        {
                            return Program.OperationOf(accessor);
                        }
                    }

                    break;
            }
        }

        return null;
    }

    /// <summary>The field and property initializers of a type, in the order in which they run; null where one is being typed.</summary>
    private List<(ISymbol Symbol, IOperation? Initializer)> Initializers(INamedTypeSymbol type, bool isStatic)
    {
        if (!initializers.TryGetValue((type, isStatic), out var found))
        {
            initializers.Add((type, isStatic), found = [.. FindInitializers(type, isStatic)]);
        }

        return found;
    }

    private Value Initialized(ISymbol member, IOperation? initializer) =>
        Stored(initializer is null ? new UnknownValue(NewKey(Condition.Determined + member.Name), member.Name, (member as IFieldSymbol)?.Type, DoesNotCompile) : Evaluate(initializer), member.Name);

    private IEnumerable<(ISymbol Symbol, IOperation? Initializer)> FindInitializers(INamedTypeSymbol type, bool isStatic)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic != isStatic || member is not (IFieldSymbol { IsImplicitlyDeclared: false, IsConst: false } or IPropertySymbol))
            {
                continue;
            }

            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                var initializer = reference.GetSyntax() switch
                {
                    VariableDeclaratorSyntax variable => variable.Initializer,
                    PropertyDeclarationSyntax property => property.Initializer,
                    _ => null,
                };
                if (initializer is not null && Program.OperationOf(initializer) is { } operation)
                {
                    yield return (member, operation);
                }
                else if (errors is not null && initializer is null && reference.GetSyntax() is VariableDeclaratorSyntax { ContainsDiagnostics: true })
                {
                    yield return (member, null);
                }
            }
        }
    }
}
