using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A compilation and the operations of its methods, made when first asked for and kept. Thread-safe.</summary>
/// <param name="compilation">The program.</param>
/// <param name="modelOf">The model of one of its trees. Binding is most of the cost of an analysis, so this should be one that has bound the tree already.</param>
internal sealed class BoundProgram(Compilation compilation, Func<SyntaxTree, SemanticModel> modelOf)
{
    private readonly ConcurrentDictionary<SyntaxNode, IOperation?> operations = new();
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> types = new(StringComparer.Ordinal);
    private IAssemblySymbol? assembly;

    public Compilation Compilation { get; } = compilation;

    public SemanticModel ModelOf(SyntaxTree tree) => modelOf(tree);

    /// <summary>The type of a full metadata name, in whichever assembly; null where there is none. Looking one up is slow, and so done once.</summary>
    public INamedTypeSymbol? TypeNamed(string metadataName) => types.GetOrAdd(metadataName, LookUp);

    /// <summary>The operation of a method body, initializer or type declaration (for a primary constructor); null for code of another compilation.</summary>
    public IOperation? OperationOf(SyntaxNode syntax, CancellationToken cancellation) =>
        operations.TryGetValue(syntax, out var known) ? known : operations.GetOrAdd(syntax, Bind(syntax, cancellation));

    private IOperation? Bind(SyntaxNode syntax, CancellationToken cancellation) =>
        Compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? modelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation) : null;

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
}
