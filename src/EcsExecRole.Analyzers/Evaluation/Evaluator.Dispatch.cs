using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Which method a call runs, and where its body is.</content>
internal sealed partial class Evaluator
{
    private readonly Dictionary<ITypeSymbol, Dictionary<IMethodSymbol, IMethodSymbol?>> implementations = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<ISymbol, MethodFacts> methods = new(SameObject.Comparer);

    private readonly Dictionary<ISymbol, PropertyFacts> properties = new(SameObject.Comparer);

    private MethodFacts FactsOf(IMethodSymbol method)
    {
        if (!methods.TryGetValue(method, out var facts))
        {
            methods.Add(method, facts = new(method, IsDeclaredHere(method), IsSource(method.ContainingType ?? (ISymbol)method)));
        }

        return facts;
    }

    private PropertyFacts FactsOf(IPropertySymbol property)
    {
        if (!properties.TryGetValue(property, out var facts))
        {
            properties.Add(property, facts = new(property, IsDeclaredHere(property)));
        }

        return facts;
    }

    /// <summary>Whether an object is really one of a class that derives from its type, and that the compilation does not have; or one of a class that is still being typed.</summary>
    private bool IsIncomplete(Value? receiver) =>
        receiver is ObjectValue { Type: { TypeKind: TypeKind.Class } type } && IsSource(type) && (type.IsAbstract || (errors is not null && MayOverride(type)));

    /// <summary>The method that a virtual or interface call runs on a receiver; null where the receiver's type does not tell.</summary>
    private IMethodSymbol? Implementation(IMethodSymbol method, Value receiver)
    {
        if (receiver is not ObjectValue instance || !FactsOf(method).IsDispatched)
        {
            return null;
        }

        if (!implementations.TryGetValue(instance.Type, out var known))
        {
            implementations.Add(instance.Type, known = new(SymbolEqualityComparer.Default));
        }

        if (!known.TryGetValue(method, out var found))
        {
            known.Add(method, found = FindImplementation(method, instance));
        }

        return found;
    }

    private IMethodSymbol? FindImplementation(IMethodSymbol method, ObjectValue instance)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            var found = instance.Type.FindImplementationForInterfaceMember(method) as IMethodSymbol;
            return found is null || found.ContainingType.TypeKind == TypeKind.Interface ? found
                : method.IsGenericMethod && found.IsGenericMethod ? found.Construct([.. method.TypeArguments]) : Implementation(found, instance) ?? found;
        }

        for (ITypeSymbol? current = instance.Type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(method.Name))
            {
                for (var overridden = member as IMethodSymbol; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                    {
                        return method.IsGenericMethod ? ((IMethodSymbol)member).Construct([.. method.TypeArguments]) : (IMethodSymbol)member;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The body of a method of the compilation; null where it has none.</summary>
    private IOperation? BodyOf(IMethodSymbol method)
    {
        var found = FactsOf(method).Body ??= new(FindBody(method));
        return found.Operation;
    }

    /// <summary>The part of a partial member that has its body, whose own parameters the body names.</summary>
    private static IMethodSymbol Implemented(IMethodSymbol method) => method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    private IOperation? FindBody(IMethodSymbol method)
    {
        foreach (var reference in Implemented(method).DeclaringSyntaxReferences)
        {
            var body = reference.GetSyntax() switch
            {
                BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
                BaseMethodDeclarationSyntax declaration => Program.OperationOf(declaration),
                AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
                AccessorDeclarationSyntax accessor => Program.OperationOf(accessor),
                ArrowExpressionClauseSyntax arrow => Program.OperationOf(arrow),
                CompilationUnitSyntax unit => Program.OperationOf(unit),
                _ => null,
            };
            if (body is not null)
            {
                return body;
            }
        }

        return null;
    }
}
