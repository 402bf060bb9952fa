using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The names of what the code of a program calls, makes and passes on.</summary>
/// <param name="program">The program.</param>
/// <param name="cancellation">Ends the search, which is made when it is first asked for.</param>
internal sealed class UsedNames(ProgramText program, CancellationToken cancellation)
{
    private HashSet<string>? names;

    public bool Contains(string name) => (names ??= Collect()).Contains(name);

    private HashSet<string> Collect()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in program.Trees)
        {
            cancellation.ThrowIfCancellationRequested();
            Collect(tree, used);
        }

        return used;
    }

    private static void Collect(SyntaxTree tree, HashSet<string> used)
    {
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            switch (node)
            {
                case InvocationExpressionSyntax { Expression: var expression }:
                    var name = expression switch
                    {
                        SimpleNameSyntax simple => simple,
                        MemberAccessExpressionSyntax access => access.Name,
                        MemberBindingExpressionSyntax binding => binding.Name,
                        _ => null,
                    };
                    if (name is not null)
                    {
                        used.Add(name.Identifier.Text);
                    }

                    break;
                case ObjectCreationExpressionSyntax { Type: var type }:
                    used.Add(type switch
                    {
                        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
                        SimpleNameSyntax simple => simple.Identifier.Text,
                        _ => "",
                    });
                    break;
                case ArgumentSyntax { Expression: IdentifierNameSyntax group }:
                    used.Add(group.Identifier.Text);
                    break;
            }
        }
    }
}
