using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>An escape hatch: code that changes a task definition's level-1 resource, which it has from <c>Node.DefaultChild</c>.</summary>
internal static class Hatch
{
    private const string DefaultChild = "DefaultChild";

    /// <summary>The task definition whose resource the code around an expression changes; null where that is not said there.</summary>
    public static Place? DefinitionOf(Place origin)
    {
        foreach (var receiver in origin.Node.AncestorsAndSelf().TakeWhile(n => n is not StatementSyntax).Select(ReceiverOf).OfType<ExpressionSyntax>())
        {
            foreach (var source in Sources.Of(origin.At(receiver)))
            {
                if (source.Node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: DefaultChild, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Node", Expression: var definition } }
                    && source.Model.GetTypeInfo(definition).Type.Is(CdkNames.TaskDefinition))
                {
                    return source.At(definition);
                }
            }
        }

        return null;
    }

    /// <summary>What a method is called on, or a property assigned.</summary>
    private static ExpressionSyntax? ReceiverOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access } => access.Expression,
        _ => null,
    };
}
