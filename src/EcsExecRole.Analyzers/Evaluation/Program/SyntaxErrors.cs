using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// The code of a compilation that does not parse, as while it is typed: the parser drops tokens and makes up others, so that what it understands may not be what will be
/// written. It matters as far as the next statement; where braces do not match, as far as the end of the file.
/// </summary>
internal sealed class SyntaxErrors
{
    private readonly Dictionary<SyntaxTree, int> torn = [];
    private readonly HashSet<SyntaxNode> statements = [];
    private readonly HashSet<SyntaxNode> types = [];
    private readonly HashSet<SyntaxNode> heads = [];

    private SyntaxErrors()
    {
    }

    /// <summary>Whether they matter only to the statements and bodies that they are in.</summary>
    public bool IsLocal => torn.Count == 0 && types.Count == 0;

    /// <summary>The errors of a program; null where it has none, as nearly always.</summary>
    public static SyntaxErrors? In(IEnumerable<SyntaxTree> trees)
    {
        SyntaxErrors? errors = null;
        foreach (var tree in trees)
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
    public bool IsBroken(SyntaxNode statement) => statements.Contains(statement) || (IsBody(statement) && IsTorn(statement));

    /// <summary>Whether a type may have other members than are understood.</summary>
    public bool IsBroken(ITypeSymbol type) => type.DeclaringSyntaxReferences.Any(r => types.Contains(r.GetSyntax()));

    /// <summary>Whether a method may have other parameters than are understood.</summary>
    public bool IsHeadBroken(IMethodSymbol method) => heads.Count > 0 && method.DeclaringSyntaxReferences.Any(r => heads.Contains(r.GetSyntax()));

    /// <summary>Whether an expression may be another one than was written.</summary>
    public bool IsDoubtful(SyntaxNode expression) => expression.ContainsDiagnostics || IsTorn(expression);

    private bool IsTorn(SyntaxNode node) => torn.TryGetValue(node.SyntaxTree, out var start) && node.Span.End > start;

    private void Add(SyntaxNode root)
    {
        if (FirstTear(root) is { } start)
        {
            torn.Add(root.SyntaxTree, start);
        }

        foreach (var item in root.DescendantNodesAndTokensAndSelf(n => n.ContainsDiagnostics))
        {
            // The innermost of what is marked.
            if (item.ContainsDiagnostics && !(item.AsNode()?.ChildNodesAndTokens().Any(c => c.ContainsDiagnostics) ?? false))
            {
                // What ends an expression body is no part of it.
                var node = item.AsNode() ?? (item.IsKind(SyntaxKind.SemicolonToken) ? item.Parent?.ChildNodes().OfType<ArrowExpressionClauseSyntax>().FirstOrDefault() : null) ?? item.Parent;
                var around = node?.FirstAncestorOrSelf<SyntaxNode>(n => IsStatement(n) || IsBody(n) || n is BaseTypeDeclarationSyntax);
                if (around is not null)
                {
                    (around is BaseTypeDeclarationSyntax ? types : statements).Add(around);
                    if (around is BaseTypeDeclarationSyntax && node!.FirstAncestorOrSelf<BaseParameterListSyntax>()?.Parent is { } head)
                    {
                        heads.Add(head);
                    }
                }
            }
        }
    }

    private static bool IsStatement(SyntaxNode node) => node is StatementSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } } or ConstructorInitializerSyntax;

    private static bool IsBody(SyntaxNode node) => node is ArrowExpressionClauseSyntax or CompilationUnitSyntax or BlockSyntax { Parent: not (StatementSyntax or SwitchSectionSyntax or null) };

    /// <summary>
    /// Where the first braces begin that do not close or open what they were meant to: one is made up, and what lacks it goes on too far; or one is dropped, after it may have
    /// ended anything before. Null where all match, as far as can be told.
    /// </summary>
    private static int? FirstTear(SyntaxNode root)
    {
        int? first = null;
        foreach (var token in root.DescendantTokens(n => n.ContainsDiagnostics, descendIntoTrivia: true))
        {
            if (token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken && (token.IsMissing || token.Parent is SkippedTokensTriviaSyntax))
            {
                first = Math.Min(first ?? int.MaxValue, token.IsMissing ? token.Parent!.SpanStart : 0);
            }
        }

        return first;
    }
}
