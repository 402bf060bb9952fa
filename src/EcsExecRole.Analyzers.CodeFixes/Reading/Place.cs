using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>An expression of the program that a diagnostic points at.</summary>
internal sealed record Place(Document Document, SemanticModel Model, ExpressionSyntax Node)
{
    /// <summary>Null where the location is in no document of the solution, or at no expression.</summary>
    public static async Task<Place?> FindAsync(Solution solution, ProjectId project, Location? location, CancellationToken cancellation)
    {
        if (location?.SourceTree is not { } tree)
        {
            return null;
        }

        // Diagnostics may be older than the solution; what they say of a file is then said of its present text.
        var document = solution.GetDocument(tree)
            ?? solution.GetDocumentIdsWithFilePath(tree.FilePath).OrderBy(d => d.ProjectId != project).Select(solution.GetDocument).FirstOrDefault();
        if (document is null || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || !root.FullSpan.Contains(location.SourceSpan))
        {
            return null;
        }

        var node = root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        return node.FirstAncestorOrSelf<ExpressionSyntax>() is { } expression && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            ? new(document, model, expression)
            : null;
    }

    /// <summary>Whether people write the file: what a source generator has written is read, but never changed.</summary>
    public bool CanBeEdited => Document is not SourceGeneratedDocument;

    /// <summary>The same place, at another expression of its file.</summary>
    public Place At(ExpressionSyntax node) => this with { Node = node };
}
