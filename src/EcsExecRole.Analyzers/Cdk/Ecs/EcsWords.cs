using System.Threading;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>How a program names what makes a task definition: a class of CDK's (L1, L2 or a pattern), or a property that takes one.</summary>
internal static class EcsWords
{
    private static readonly string[] Exact = ["CfnJobDefinition", "CfnExpressGatewayService"];

    private static readonly string[] Endings = ["TaskDefinition", "ContainerDefinition", "FargateService", "Ec2Service", "FargateTask", "Ec2Task"];

    /// <summary>Without its namespace no image of a container can be named: a definition that <c>new(…)</c> makes for a member of another assembly's class has some in it.</summary>
    private const string Namespace = "AWS.ECS";

    /// <summary>Whether an identifier names what makes a task definition.</summary>
    public static bool Contains(string identifier)
    {
        foreach (var ending in Endings)
        {
            if (identifier.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Array.IndexOf(Exact, identifier) >= 0;
    }

    /// <summary>Whether any of the files has such a name, or that of ECS's namespace, somewhere in its text. Where none has, there is no task definition, and nothing needs to be bound to see that.</summary>
    public static bool AreIn(IEnumerable<SyntaxTree> trees, CancellationToken cancellation) =>
        trees.Any(tree => tree.GetText(cancellation).ToString() is var text && Exact.Concat(Endings).Append(Namespace).Any(w => text.IndexOf(w, StringComparison.Ordinal) >= 0));
}
