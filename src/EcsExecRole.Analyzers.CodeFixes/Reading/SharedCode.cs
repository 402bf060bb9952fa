using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Code that may run more than once, for several task definitions: a helper with several callers, a class with several instances, a loop.</summary>
internal static class SharedCode
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, int>> Counts = new();

    public static bool Contains(Site site)
    {
        for (var node = site.Anchor; node is not null; node = node.Parent)
        {
            if (node.Parent switch
            {
                CommonForEachStatementSyntax loop => loop.Statement == node,
                ForStatementSyntax loop => loop.Statement == node,
                WhileStatementSyntax or DoStatementSyntax => true,
                LocalFunctionStatementSyntax function => Uses(site, function.Identifier.ValueText) > 1,
                MethodDeclarationSyntax method => Uses(site, method.Identifier.ValueText) > 1,
                ConstructorDeclarationSyntax constructor => Creations(site, constructor.Identifier.ValueText) > 1,
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    private static int Uses(Site site, string method) => Count(site, method, n => n is SimpleNameSyntax name && name.Identifier.ValueText == method);

    private static int Creations(Site site, string type) =>
        Count(site, "new " + type, n => n is ObjectCreationExpressionSyntax creation && creation.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault()?.Identifier.ValueText == type);

    private static int Count(Site site, string key, Func<SyntaxNode, bool> isUse)
    {
        var compilation = site.Model.Compilation;
        return Counts.GetOrCreateValue(compilation).GetOrAdd(key, _ => compilation.SyntaxTrees.Sum(t => t.GetRoot().DescendantNodes().Count(isUse)));
    }
}
