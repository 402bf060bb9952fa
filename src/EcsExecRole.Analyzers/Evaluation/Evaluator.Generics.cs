using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Type parameters.</content>
internal sealed partial class Evaluator
{
    /// <summary>What a type stands for where type parameters are given by the calls under way.</summary>
    private ITypeSymbol? Resolve(ITypeSymbol? type) => type is ITypeParameterSymbol parameter ? frame.Find(parameter) ?? type : type;

    /// <summary>The static member that an abstract one of an interface means for a type argument.</summary>
    private T Constrained<T>(T member, ITypeSymbol? type)
        where T : class, ISymbol => type is not null && Resolve(type) is INamedTypeSymbol actual && actual.FindImplementationForInterfaceMember(member) is T found ? found : member;

    /// <summary>A generic type with the type arguments that the calls under way give it.</summary>
    private INamedTypeSymbol Constructed(INamedTypeSymbol type) => type is { Arity: > 0, ContainingType: null or { IsGenericType: false } }
        ? type.OriginalDefinition.Construct([.. type.TypeArguments.Select(a => Resolve(a)!)])
        : type.OriginalDefinition;

    private static Dictionary<ITypeParameterSymbol, ITypeSymbol>? TypeArgumentsOf(INamedTypeSymbol type)
    {
        if (type.Arity == 0)
        {
            return null;
        }

        var map = new Dictionary<ITypeParameterSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        for (var i = 0; i < type.Arity; i++)
        {
            map[type.OriginalDefinition.TypeParameters[i]] = type.TypeArguments[i];
        }

        return map;
    }

    /// <summary>What the type parameters of a generic method and of its type stand for in this call.</summary>
    private static Dictionary<ITypeParameterSymbol, ITypeSymbol>? TypeArgumentsOf(IMethodSymbol method, Value? receiver, Frame caller)
    {
        Dictionary<ITypeParameterSymbol, ITypeSymbol>? map = null;
        if (method.IsGenericMethod)
        {
            Add(Implemented(method).TypeParameters, method.TypeArguments);
        }

        for (var type = method.ContainingType; type is { IsGenericType: true }; type = type.ContainingType)
        {
            Add(type.OriginalDefinition.TypeParameters, type.TypeArguments);
        }

        // A member of a generic base class runs with the arguments that the receiver's class gives it.
        for (var type = (receiver as ObjectValue)?.Type as INamedTypeSymbol; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType)
            {
                Add(type.OriginalDefinition.TypeParameters, type.TypeArguments);
            }
        }

        return map;

        void Add(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                var argument = arguments[i] is ITypeParameterSymbol outer ? caller.Find(outer) : arguments[i];
                if (argument is not null)
                {
                    (map ??= new(SymbolEqualityComparer.Default))[parameters[i]] = argument;
                }
            }
        }
    }
}
