using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// What has been edited in a compilation since it was bound. The bodies that read otherwise are bound in the place of the old ones; all other code keeps its operations, which
/// still point into the old text: <see cref="Current(Location)"/> tells where that is now. Thread-safe.
/// </summary>
internal sealed class Edits(IReadOnlyList<EditedTree> trees)
{
    private readonly ConcurrentDictionary<SyntaxNode, SemanticModel> speculative = new();

    public static Edits None { get; } = new([]);

    public bool IsEmpty => trees.Count == 0;

    /// <summary>A file as it reads now.</summary>
    public SyntaxTree Current(SyntaxTree tree) => Of(tree)?.New ?? tree;

    /// <summary>A declaration as it reads now.</summary>
    public SyntaxNode Current(SyntaxNode declaration) => Of(declaration.SyntaxTree)?.Counterpart(declaration) ?? declaration;

    /// <summary>Where a place in the program is now.</summary>
    public Location Current(Location location) =>
        location.SourceTree is { } tree && Of(tree) is { } edited ? Location.Create(edited.New, edited.Current(location.SourceSpan)) : location;

    /// <summary>The operation of a method, accessor or body, as it reads now, or of what is declared in an edited body.</summary>
    public IOperation? OperationOf(SyntaxNode syntax, BoundProgram bound, CancellationToken cancellation)
    {
        foreach (var tree in trees)
        {
            if (syntax.SyntaxTree == tree.New)
            {
                return Inside(tree, syntax, bound, cancellation);
            }

            // A constructor's body comes with its initializer, which was not edited: the evaluator asks for the body by itself.
            if (syntax.SyntaxTree == tree.Old && syntax is not ConstructorDeclarationSyntax && BodyOf(syntax) is { } body && IsEdited(tree, body) is { } replaced)
            {
                return Bind(tree, body, replaced, bound, cancellation);
            }
        }

        return bound.OperationOf(syntax, cancellation);
    }

    /// <summary>A constructor's body as it reads now.</summary>
    public IOperation? Current(IOperation body, BoundProgram bound, CancellationToken cancellation) =>
        Of(body.Syntax.SyntaxTree) is { } tree && IsEdited(tree, body.Syntax) is { } replaced ? Bind(tree, body.Syntax, replaced, bound, cancellation) : body;

    private static SyntaxNode? BodyOf(SyntaxNode syntax) => syntax switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
        ArrowExpressionClauseSyntax arrow => arrow,
        _ => null,
    };

    private static SyntaxNode? IsEdited(EditedTree tree, SyntaxNode body)
    {
        foreach (var (old, current) in tree.EditedBodies)
        {
            if (old == body)
            {
                return current;
            }
        }

        return null;
    }

    private EditedTree? Of(SyntaxTree tree)
    {
        foreach (var edited in trees)
        {
            if (edited.Old == tree)
            {
                return edited;
            }
        }

        return null;
    }

    /// <summary>A local function of an edited body.</summary>
    private IOperation? Inside(EditedTree tree, SyntaxNode syntax, BoundProgram bound, CancellationToken cancellation)
    {
        foreach (var (old, current) in tree.EditedBodies)
        {
            if (current.Contains(syntax))
            {
                return Model(tree, old, current, bound).GetOperation(syntax, cancellation);
            }
        }

        return null;
    }

    private IOperation Bind(EditedTree tree, SyntaxNode old, SyntaxNode current, BoundProgram bound, CancellationToken cancellation) =>
        Model(tree, old, current, bound).GetOperation(current, cancellation) ?? throw new EditException();

    private SemanticModel Model(EditedTree tree, SyntaxNode old, SyntaxNode current, BoundProgram bound) => speculative.GetOrAdd(current, _ =>
    {
        var model = bound.ModelOf(tree.Old);
        SemanticModel? found;
        var isBound = (old, current, current.Parent) switch
        {
            (ArrowExpressionClauseSyntax before, ArrowExpressionClauseSyntax arrow, _) => model.TryGetSpeculativeSemanticModel(before.Expression.SpanStart, arrow, out found),
            (BlockSyntax before, _, BaseMethodDeclarationSyntax method) => model.TryGetSpeculativeSemanticModelForMethodBody(before.OpenBraceToken.SpanStart, method, out found),
            (BlockSyntax before, _, AccessorDeclarationSyntax accessor) => model.TryGetSpeculativeSemanticModelForMethodBody(before.OpenBraceToken.SpanStart, accessor, out found),
            _ => (found = null) is not null,
        };
        return isBound && found is not null ? found : throw new EditException();
    });
}

/// <summary>An edited body can not be bound in the place of the old one: the whole program has to be bound anew.</summary>
internal sealed class EditException : Exception;
