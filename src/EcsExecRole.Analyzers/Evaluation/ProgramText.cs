using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The operations of a compilation's methods, made when first asked for and kept for all runs. Thread-safe.</summary>
/// <param name="compilation">The program.</param>
/// <param name="modelOf">The model of one of its trees. Binding is most of the cost of an analysis, so this should be one that has bound the tree already.</param>
/// <param name="cancellation">Ends what is under way.</param>
internal sealed class ProgramText(Compilation compilation, Func<SyntaxTree, SemanticModel> modelOf, CancellationToken cancellation)
{
    private readonly ConcurrentDictionary<SyntaxNode, IOperation?> operations = new();
    private IAssemblySymbol? assembly;
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> types = new(StringComparer.Ordinal);

    public Compilation Compilation { get; } = compilation;

    /// <summary>What does not parse; null where all does.</summary>
    public SyntaxErrors? SyntaxErrors { get; } = SyntaxErrors.In(compilation);

    /// <summary>The method that the program starts with; null for a library.</summary>
    public IMethodSymbol? EntryPoint { get; } = compilation.GetEntryPoint(cancellation);

    /// <summary>Whether this is a program, and so all that runs before a construct is made is here.</summary>
    public bool HasEntryPoint => EntryPoint is not null;

    /// <summary>The type of a full metadata name, in whichever assembly; null where there is none. Looking one up is slow, and so done once.</summary>
    public INamedTypeSymbol? TypeNamed(string metadataName) => types.GetOrAdd(metadataName, LookUp);

    // Those that are asked for are mostly in one assembly; to search all of them takes much longer.
    private INamedTypeSymbol? LookUp(string metadataName)
    {
        if (assembly?.GetTypeByMetadataName(metadataName) is { } found)
        {
            return found;
        }

        var type = Compilation.GetTypesByMetadataName(metadataName).FirstOrDefault();
        assembly = type?.ContainingAssembly ?? assembly;
        return type;
    }

    /// <summary>The operation of a method body, initializer or type declaration (for a primary constructor).</summary>
    public IOperation? OperationOf(SyntaxNode syntax) => operations.TryGetValue(syntax, out var known) ? known : operations.GetOrAdd(syntax, Bind(syntax));

    private IOperation? Bind(SyntaxNode syntax) =>
        Compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? modelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation) : null;
}
