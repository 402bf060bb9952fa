using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Code that was looked for, and may not be there.</summary>
internal readonly record struct FoundBody(IOperation? Operation);

/// <summary>What the evaluator asks of a method each time it is called, found once in a run: symbols answer slowly.</summary>
/// <param name="method">The method.</param>
/// <param name="isSource">Whether it is declared in the compilation.</param>
/// <param name="isTypeSource">Whether its type is: a constructor may be there without a declaration.</param>
internal sealed class MethodFacts(IMethodSymbol method, bool isSource, bool isTypeSource)
{
    public bool IsSource { get; } = isSource;

    public bool IsTypeSource { get; } = isTypeSource;

    /// <summary>Whether the receiver may say which method runs.</summary>
    public bool IsDispatched { get; } = method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType?.TypeKind == TypeKind.Interface;

    /// <summary>Whether a class that derives from the method's may override it.</summary>
    public bool IsOverridable => IsDispatched && !method.IsSealed && !method.ContainingType.IsSealed;

    /// <summary>Whether the base library's model has it.</summary>
    public bool IsKnown { get; } = !isTypeSource && KnownLibrary.Has(method);

    /// <summary>Its code; null where it has not been asked for.</summary>
    public FoundBody? Body { get; set; }
}

/// <summary>The same for a property.</summary>
/// <param name="property">The property.</param>
/// <param name="isSource">Whether it is declared in the compilation.</param>
internal sealed class PropertyFacts(IPropertySymbol property, bool isSource)
{
    public bool IsSource { get; } = isSource;

    /// <summary>Whether the receiver may say which property it is.</summary>
    public bool IsDispatched { get; } = property.IsVirtual || property.IsAbstract || property.IsOverride || property.ContainingType?.TypeKind == TypeKind.Interface;

    public IMethodSymbol? Getter { get; } = property.GetMethod;

    public IMethodSymbol? Setter { get; } = property.SetMethod;

    public ITypeSymbol Type { get; } = property.Type;

    /// <summary>Whether the base library's model reads it.</summary>
    public bool IsKnownGetter { get; } = !isSource && KnownLibrary.HasGetter(property);

    /// <summary>Whether the base library's model assigns it.</summary>
    public bool IsKnownSetter { get; } = !isSource && KnownLibrary.HasSetter(property);

    /// <summary>Whether the library's model may do something when it is assigned; null where it has not been asked.</summary>
    public bool? IsLibrarySetter { get; set; }

    /// <summary>The name of its slot; null where it has not been asked for.</summary>
    public string? Key { get; set; }

    /// <summary>The code of its getter; null where it has not been asked for.</summary>
    public FoundBody? GetterBody { get; set; }

    /// <summary>The code of its setter; null where it has not been asked for.</summary>
    public FoundBody? SetterBody { get; set; }
}

/// <summary>Whether two symbols are the same object, as they nearly always are where they are equal: much faster to tell than whether they are equal.</summary>
internal sealed class SameObject : IEqualityComparer<ISymbol>
{
    public static SameObject Comparer { get; } = new();

    public bool Equals(ISymbol? x, ISymbol? y) => ReferenceEquals(x, y);

    public int GetHashCode(ISymbol symbol) => RuntimeHelpers.GetHashCode(symbol);
}
