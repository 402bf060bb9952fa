using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// Code that only other code of the program can have a use for, and that has none where a part of the program does not compile: the use is what is being typed. It says nothing
/// by itself: a helper does not run with any arguments, and what becomes of its result is not here.
/// </summary>
internal sealed class Orphans(ProgramText program, Library library)
{
    private readonly Dictionary<INamedTypeSymbol, bool> broken = new(SymbolEqualityComparer.Default);
    private ImmutableArray<INamedTypeSymbol>? visitors;

    /// <summary>The program's visitors. One that a run did not make is meant to be attached by code that the run did not come to, perhaps to what the run made.</summary>
    public IEnumerable<INamedTypeSymbol> VisitorsBeyond(IReadOnlyCollection<ISymbol> reached) =>
        (visitors ??= [.. RootFinder.Types(program.Compilation.Assembly.GlobalNamespace).Where(library.IsVisitor)]).Where(t => !t.InstanceConstructors.Any(reached.Contains));

    /// <summary>Whether a method or constructor that no run has reached is one.</summary>
    /// <param name="member">The member.</param>
    /// <param name="isBroken">Whether a part of the program is known not to compile.</param>
    /// <param name="words">The words of what does not compile, as far as the runs came by it.</param>
    public bool Contains(IMethodSymbol member, bool isBroken, HashSet<string> words)
    {
        var access = AccessOf(member);
        return isBroken ? program.HasEntryPoint || access is not Accessibility.Public || words.Contains(member.MethodKind == MethodKind.Constructor ? member.ContainingType.Name : member.Name) : access == Accessibility.Private && OuterTypes(member).Any(IsBroken);
    }

    /// <summary>From where a member can be called: by anyone, by this compilation alone, or by the types around it.</summary>
    private static Accessibility AccessOf(IMethodSymbol member)
    {
        var access = Accessibility.Public;
        for (ISymbol symbol = member; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            switch (symbol.DeclaredAccessibility)
            {
                // What implements an interface is called by whoever has the interface.
                case Accessibility.Private when symbol is not IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation }:
                    return Accessibility.Private;
                case Accessibility.Internal or Accessibility.ProtectedAndInternal:
                    access = Accessibility.Internal;
                    break;
            }
        }

        return access;
    }

    private static IEnumerable<INamedTypeSymbol> OuterTypes(ISymbol member)
    {
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }

    /// <summary>Whether the members of a type have code that the compiler can't make sense of.</summary>
    private bool IsBroken(INamedTypeSymbol type)
    {
        if (!broken.TryGetValue(type, out var known))
        {
            broken.Add(type, known = type.GetMembers().OfType<IMethodSymbol>().Any(IsBroken));
        }

        return known;
    }

    private bool IsBroken(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Select(r => program.OperationOf(r.GetSyntax())).SelectMany(Parts).OfType<IOperation>().Any(p => p.DescendantsAndSelf().Any(o => o.Kind == OperationKind.Invalid));

    /// <summary>A constructor's body may have been edited by itself.</summary>
    private IEnumerable<IOperation?> Parts(IOperation? operation) => operation is IConstructorBodyOperation constructor
        ? [constructor.Initializer, program.Current((IOperation?)constructor.BlockBody ?? constructor.ExpressionBody)]
        : [operation];
}
