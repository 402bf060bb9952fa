using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// Orders the methods and constructors that may build something: first those whose name nothing in the compilation calls, then the rest. It works on syntax and
/// declared symbols alone, so that it costs next to nothing where there is nothing to find.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="library">Says what builds something.</param>
/// <param name="used">What its code calls.</param>
/// <param name="isReached">Whether an earlier run went through a method: then it is no root.</param>
/// <param name="cancellation">Ends the search.</param>
internal sealed class RootFinder(ProgramText program, Library library, UsedNames used, Func<ISymbol, bool> isReached, CancellationToken cancellation)
{
    /// <summary>Whether a method has lost its type, and so seems to be a constructor of another name: the parser does not mind. Known from the first root on.</summary>
    public bool IsBroken { get; private set; }

    public IEnumerable<IMethodSymbol> Find()
    {
        var constructs = new List<INamedTypeSymbol>();
        var others = new List<INamedTypeSymbol>();
        foreach (var type in Types(program.Compilation.Assembly.GlobalNamespace))
        {
            cancellation.ThrowIfCancellationRequested();
            (library.IsRoot(type) ? constructs : others).Add(type);
        }

        var words = new HashSet<string>(constructs.Select(c => c.Name), StringComparer.Ordinal);
        var methods = new List<IMethodSymbol>();
        foreach (var type in constructs.Concat(others))
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                IsBroken |= method is { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor, IsImplicitlyDeclared: false } && IsMisnamed(method);
                if (method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation && !method.IsAbstract && !isReached(method) && Builds(method, words))
                {
                    methods.Add(method);
                }
            }
        }

        var constructors = constructs.Select(t => (Type: t, Constructors: t.InstanceConstructors.Where(c => (!c.IsImplicitlyDeclared || c.Parameters.IsEmpty) && !isReached(c)).ToList()))
            .Where(t => t.Constructors.Count > 0)
            .ToList();
        if (methods.Count == 0 && constructors.Count == 0)
        {
            yield break;
        }

        // What nothing calls by name comes first, and so brings its arguments along to what it calls.
        foreach (var method in methods.Where(m => !used.Contains(m.Name)))
        {
            yield return method;
        }

        foreach (var constructor in constructors.OrderBy(c => used.Contains(c.Type.Name)).SelectMany(c => c.Constructors))
        {
            yield return constructor;
        }

        foreach (var method in methods.Where(m => used.Contains(m.Name)))
        {
            yield return method;
        }
    }

    private static bool IsMisnamed(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is ConstructorDeclarationSyntax { Identifier.ValueText: var name } && name != constructor.ContainingType.Name);

    /// <summary>The classes and structs of a namespace or type.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        // Not recursive: a.b.c may go on for longer than the stack.
        var work = new Stack<ISymbol>([container]);
        while (work.Count > 0)
        {
            var next = work.Pop();
            if (next is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            {
                yield return type;
            }

            if (next is INamespaceOrTypeSymbol nested)
            {
                foreach (var member in nested.GetMembers().Reverse())
                {
                    work.Push(member);
                }
            }
        }
    }

    /// <summary>Whether the method's text names something that it may build: a construct of the program's, or what the library looks out for.</summary>
    private bool Builds(IMethodSymbol method, HashSet<string> words)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            foreach (var token in program.Edits.Current(reference.GetSyntax(cancellation)).DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && (words.Contains(token.Text) || library.IsRootWord(token.Text)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
