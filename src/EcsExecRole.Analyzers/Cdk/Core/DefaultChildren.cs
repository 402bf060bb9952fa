using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// The L1 resources below L2 constructs, for <c>(CfnRole)role.Node.DefaultChild</c>: an object of the L1 type that shares the L2 construct's node, so that
/// what is written to the one is seen by the other.
/// </summary>
internal static class DefaultChildren
{
    private const string State = "default children";

    /// <summary>The names of L1 types by the type of node.</summary>
    private static readonly Dictionary<Type, string> Types = new()
    {
        [typeof(RoleNode)] = "Amazon.CDK.AWS.IAM.CfnRole",
        [typeof(TaskDefinitionNode)] = "Amazon.CDK.AWS.ECS.CfnTaskDefinition",
        [typeof(ManagedPolicyNode)] = "Amazon.CDK.AWS.IAM.CfnManagedPolicy",
        [typeof(InlinePolicyNode)] = "Amazon.CDK.AWS.IAM.CfnPolicy",
        [typeof(SecretNode)] = "Amazon.CDK.AWS.SecretsManager.CfnSecret",
        [typeof(ParameterNode)] = "Amazon.CDK.AWS.SSM.CfnParameter",
        [typeof(KeyNode)] = "Amazon.CDK.AWS.KMS.CfnKey",
        [typeof(RepositoryNode)] = "Amazon.CDK.AWS.ECR.CfnRepository",
        [typeof(LogGroupNode)] = "Amazon.CDK.AWS.Logs.CfnLogGroup",
        [typeof(BucketNode)] = "Amazon.CDK.AWS.S3.CfnBucket",
    };

    /// <summary>The default child of a construct; null where it is not known.</summary>
    public static ObjectValue? Of(Call call, Value construct)
    {
        if (construct is not ObjectValue { Payload: Node node } instance || !Types.TryGetValue(node.GetType(), out var name) || IsL1(instance.Type))
        {
            return null;
        }

        if (!call.Model.State.TryGetValue(State, out var state))
        {
            call.Model.State.Add(State, state = new Dictionary<Node, ObjectValue>());
        }

        var known = (Dictionary<Node, ObjectValue>)state;
        if (!known.TryGetValue(node, out var child) && call.Evaluator.Program.TypeNamed(name) is { } type)
        {
            child = new ObjectValue(call.Evaluator.NewKey(type.Name), type, instance.Origin, instance.Birth) { Payload = node, Name = instance.Name };
            known.Add(node, child);
        }

        return child;
    }

    /// <summary>An object for a role that CDK made by itself, of which the program has none yet: what a visitor of the tree gets.</summary>
    public static ObjectValue? OfRole(Call call, RoleNode role) =>
        call.Evaluator.Program.TypeNamed("Amazon.CDK.AWS.IAM.Role") is { } type
            ? new ObjectValue(call.Evaluator.NewKey(role.Name), type, role.Origin, role.Birth) { Payload = role, Name = role.Name }
            : null;

    /// <summary>Whether the type is an L1 resource or derives from one.</summary>
    public static bool IsL1(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "CfnElement" && Registry.NameOf(current) == "CfnElement")
            {
                return true;
            }
        }

        return false;
    }
}
