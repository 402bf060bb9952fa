using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Adds a using directive where the others of the file would have it.</summary>
internal static class Usings
{
    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, string name, string endOfLine)
    {
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(endOfLine));

        // Usings inside a namespace are sorted there.
        if (root.Usings.Count == 0 && root.Members.FirstOrDefault() is BaseNamespaceDeclarationSyntax { Usings.Count: > 0 } space)
        {
            var indented = directive.WithLeadingTrivia(space.Usings[0].GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
            return root.ReplaceNode(space, space.WithUsings(Insert(space.Usings, indented)));
        }

        if (root.Usings.Count > 0)
        {
            return root.WithUsings(Insert(root.Usings, directive));
        }

        // The file's head stays first.
        var first = root.GetFirstToken();
        var head = first.LeadingTrivia;
        var blank = SyntaxFactory.EndOfLine(endOfLine);
        var rest = root.ReplaceToken(first, first.WithLeadingTrivia(blank));
        return rest.WithUsings([directive.WithLeadingTrivia(head)]);
    }

    private static SyntaxList<UsingDirectiveSyntax> Insert(SyntaxList<UsingDirectiveSyntax> usings, UsingDirectiveSyntax directive)
    {
        var name = directive.Name!.ToString();
        var at = 0;
        for (var i = 0; i < usings.Count; i++)
        {
            if (IsPlain(usings[i]) && Compare(usings[i].Name!.ToString(), name) < 0)
            {
                at = i + 1;
            }
        }

        if (at > 0 || usings.Count == 0)
        {
            return usings.Insert(at, directive);
        }

        // What stands above the first directive is the file's head.
        var first = usings[0];
        return usings.Replace(first, first.WithLeadingTrivia(first.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia))))
            .Insert(0, directive.WithLeadingTrivia(first.GetLeadingTrivia()));
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive is { Alias: null, Name: not null } && directive.StaticKeyword.IsKind(SyntaxKind.None) && directive.GlobalKeyword.IsKind(SyntaxKind.None);

    private static int Compare(string first, string second)
    {
        var system = IsSystem(second).CompareTo(IsSystem(first));
        return system != 0 ? system : string.Compare(first, second, StringComparison.OrdinalIgnoreCase);

        static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
    }
}
