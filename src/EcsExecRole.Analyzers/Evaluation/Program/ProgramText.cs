using System.Threading;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The program as it is to be evaluated: a compilation, and what has been edited in it since it was bound. Thread-safe.</summary>
/// <param name="bound">The compilation.</param>
/// <param name="edits">What of it reads otherwise now.</param>
/// <param name="cancellation">Ends what is under way.</param>
internal sealed class ProgramText(BoundProgram bound, Edits edits, CancellationToken cancellation)
{
    public ProgramText(Compilation compilation, Func<SyntaxTree, SemanticModel> modelOf, CancellationToken cancellation)
        : this(new BoundProgram(compilation, modelOf), Edits.None, cancellation)
    {
    }

    /// <summary>The compilation whose symbols and operations are used.</summary>
    public Compilation Compilation => bound.Compilation;

    public Edits Edits => edits;

    /// <summary>The files as they read now.</summary>
    public IEnumerable<SyntaxTree> Trees => Compilation.SyntaxTrees.Select(edits.Current);

    /// <summary>What does not parse; null where all does.</summary>
    public SyntaxErrors? SyntaxErrors { get; } = SyntaxErrors.In(bound.Compilation.SyntaxTrees.Select(edits.Current));

    /// <summary>The method that the program starts with; null for a library.</summary>
    public IMethodSymbol? EntryPoint { get; } = bound.Compilation.GetEntryPoint(cancellation);

    /// <summary>Whether this is a program, and so all that runs before a construct is made is here.</summary>
    public bool HasEntryPoint => EntryPoint is not null;

    /// <summary>The type of a full metadata name, in whichever assembly; null where there is none.</summary>
    public INamedTypeSymbol? TypeNamed(string metadataName) => bound.TypeNamed(metadataName);

    /// <summary>The operation of a method body, initializer or type declaration (for a primary constructor).</summary>
    public IOperation? OperationOf(SyntaxNode syntax) => edits.IsEmpty ? bound.OperationOf(syntax, cancellation) : edits.OperationOf(syntax, bound, cancellation);

    /// <summary>The body of a constructor as it reads now.</summary>
    public IOperation? Current(IOperation? body) => body is null || edits.IsEmpty ? body : edits.Current(body, bound, cancellation);
}
