using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// Shortens the <c>global::</c> names of new text as the file allows, and adds the usings that make them short. A using that would make a name of the file ambiguous is
/// not added; the new text then spells the name out.
/// </summary>
internal static class NameShortener
{
    private const string Global = "global::";

    /// <param name="original">The document before the change.</param>
    /// <param name="changed">The document after it.</param>
    /// <param name="spans">The new texts.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<Document> ShortenAsync(Document original, Document changed, IReadOnlyList<TextSpan> spans, CancellationToken cancellation)
    {
        var root = (CompilationUnitSyntax)(await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var names = root.DescendantNodes(n => spans.Any(s => s.IntersectsWith(n.FullSpan)))
            .Where(n => n is (QualifiedNameSyntax or MemberAccessExpressionSyntax) && n.ToString().StartsWith(Global, StringComparison.Ordinal) && spans.Any(s => s.Contains(n.Span)))
            .ToList();
        if (names.Count == 0)
        {
            return changed;
        }

        var model = (await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        var types = names.Select(n => (Node: n, Type: model.GetSymbolInfo(n, cancellation).Symbol as INamedTypeSymbol)).Where(n => n.Type is not null).ToList();
        var usings = types.Select(t => (t.Node, Type: t.Type!.ContainingType ?? t.Type))
            .Where(t => !model.LookupNamespacesAndTypes(t.Node.SpanStart, name: t.Type!.Name).Any())
            .Select(t => t.Type!.ContainingNamespace)
            .Distinct<INamespaceSymbol>(SymbolEqualityComparer.Default)
            .Where(space => !MakesAmbiguous(space, root, model, spans, cancellation))
            .Select(space => space.ToDisplayString())
            .ToList();

        var outermost = types.Select(t => t.Node).ToList();
        var marked = root.ReplaceNodes(outermost.Where(n => !outermost.Contains(n.Parent!)), (_, n) => n.WithAdditionalAnnotations(Simplifier.Annotation));
        marked = marked.ReplaceNodes(
            marked.DescendantNodes().OfType<ParenthesizedExpressionSyntax>().Where(p => p.Parent is InterpolationSyntax && p.Expression.ToString().StartsWith(Global, StringComparison.Ordinal)),
            (_, p) => p.WithAdditionalAnnotations(Simplifier.Annotation));
        var text = await changed.GetTextAsync(cancellation).ConfigureAwait(false);
        var endOfLine = Idiom.Of(root, text).EndOfLine;
        foreach (var name in usings)
        {
            marked = Usings.Add(marked, name, endOfLine);
        }

        return await Simplifier.ReduceAsync(changed.WithSyntaxRoot(marked), Simplifier.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
    }

    private static bool MakesAmbiguous(INamespaceSymbol space, SyntaxNode root, SemanticModel model, IReadOnlyList<TextSpan> spans, CancellationToken cancellation)
    {
        var members = new HashSet<string>(space.GetTypeMembers().Where(t => t.DeclaredAccessibility == Accessibility.Public).Select(t => t.Name), StringComparer.Ordinal);
        foreach (var name in root.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (!members.Contains(name.Identifier.ValueText) || spans.Any(s => s.Contains(name.Span)))
            {
                continue;
            }

            // An alias goes before what a namespace brings in.
            var symbol = model.GetSymbolInfo(name, cancellation).Symbol;
            symbol = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType : symbol;
            if (symbol is INamedTypeSymbol type
                && model.GetAliasInfo(name, cancellation) is null
                && name.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax)
                && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
                && !SymbolEqualityComparer.Default.Equals(type.ContainingNamespace, space))
            {
                return true;
            }
        }

        return false;
    }
}
