using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// The code of a compilation that does not parse, as while it is typed: the parser drops tokens and makes up others, so that what it understands may not be what will be
/// written. It matters as far as the next statement; in a file whose braces do not match, everywhere.
/// </summary>
internal sealed class SyntaxErrors
{
    private readonly HashSet<SyntaxTree> torn = [];
    private readonly HashSet<SyntaxNode> statements = [];

    private SyntaxErrors()
    {
    }

    /// <summary>The errors of a compilation; null where it has none, as nearly always.</summary>
    public static SyntaxErrors? In(Compilation compilation)
    {
        SyntaxErrors? errors = null;
        foreach (var tree in compilation.SyntaxTrees)
        {
            // The flag is for warnings, too.
            var root = tree.GetRoot();
            if (root.ContainsDiagnostics && root.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
            {
                (errors ??= new()).Add(root);
            }
        }

        return errors;
    }

    /// <summary>Whether a statement, or the body of a member, may lack something that was written.</summary>
    public bool IsBroken(SyntaxNode statement) => statements.Contains(statement) || (IsBody(statement) && torn.Contains(statement.SyntaxTree));

    /// <summary>Whether an expression may be another one than was written.</summary>
    public bool IsDoubtful(SyntaxNode expression) => expression.ContainsDiagnostics || torn.Contains(expression.SyntaxTree);

    private void Add(SyntaxNode root)
    {
        if (!BracesMatch(root))
        {
            torn.Add(root.SyntaxTree);
        }

        foreach (var item in root.DescendantNodesAndTokensAndSelf(n => n.ContainsDiagnostics))
        {
            // The innermost of what is marked.
            if (item.ContainsDiagnostics && !(item.AsNode()?.ChildNodesAndTokens().Any(c => c.ContainsDiagnostics) ?? false))
            {
                var node = item.AsNode() ?? item.Parent;
                if (node?.FirstAncestorOrSelf<SyntaxNode>(n => IsStatement(n) || IsBody(n)) is { } statement)
                {
                    statements.Add(statement);
                }
            }
        }
    }

    private static bool IsStatement(SyntaxNode node) => node is StatementSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } } or ConstructorInitializerSyntax;

    private static bool IsBody(SyntaxNode node) => node is ArrowExpressionClauseSyntax or CompilationUnitSyntax or BlockSyntax { Parent: not (StatementSyntax or SwitchSectionSyntax or null) };

    private static bool BracesMatch(SyntaxNode root)
    {
        var open = 0;
        foreach (var token in root.DescendantTokens(descendIntoTrivia: true))
        {
            if (!token.IsMissing)
            {
                open += token.Kind() switch { SyntaxKind.OpenBraceToken => 1, SyntaxKind.CloseBraceToken => -1, _ => 0 };
            }
        }

        return open == 0;
    }
}
