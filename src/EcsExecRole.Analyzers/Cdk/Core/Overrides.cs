using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What an override of one property of a resource does. The path starts with the property; a null value deletes it.</summary>
internal delegate void PropertyOverride(Call call, Node node, string path, Value? value);

/// <summary>CDK's escape hatch, <c>AddPropertyOverride</c>, <c>AddOverride</c> and the deletions: what the template says in the end.</summary>
internal static class Overrides
{
    private const string Type = "CfnResource";
    private const string Properties = "Properties.";

    /// <summary>Where the overrides of a resource go, by its node.</summary>
    private static readonly Dictionary<Type, PropertyOverride> Handlers = new()
    {
        [typeof(RoleNode)] = CfnRoles.Override,
        [typeof(ManagedPolicyNode)] = CfnPolicies.Override,
        [typeof(InlinePolicyNode)] = CfnPolicies.Override,
        [typeof(TaskDefinitionNode)] = (call, node, path, value) => ((TaskDefinitionNode)node).Cfn.Override(call, path, value),
    };

    public static void Register(Registry r) => r
        .Method(Type, "AddPropertyOverride", c => Apply(c, Text(c, "propertyPath"), c["value"]))
        .Method(Type, "AddPropertyDeletionOverride", c => Apply(c, Text(c, "propertyPath"), null))
        .Method(Type, "AddOverride", c => Apply(c, BelowProperties(Text(c, "path")), c["value"]))
        .Method(Type, "AddDeletionOverride", c => Apply(c, BelowProperties(Text(c, "path")), null));

    private static string? Text(Call call, string argument) => call[argument].Text is { } text ? text.Literal ?? "" : "";

    /// <summary>The path below <c>Properties</c>; null for another section of the resource.</summary>
    private static string? BelowProperties(string? path) => path is null or "" or "Properties" ? ""
        : path.StartsWith(Properties, StringComparison.Ordinal) ? path.Substring(Properties.Length)
        : null;

    private static Value Apply(Call call, string? path, Value? value)
    {
        if (path is "")
        {
            // Which property, the program does not tell.
            UnmodelledCalls.Escape(call.Model, call.Receiver!, call.Site, null, "a property override may change it");
        }
        else if (path is not null && Call.Node<Node>(call.Receiver) is { } node && Handlers.TryGetValue(node.GetType(), out var handler))
        {
            if (value is null)
            {
                handler(call, node, path, null);
            }
            else
            {
                foreach (var (one, guard) in call.Each(value))
                {
                    handler(call.On(guard), node, path, one);
                }
            }
        }

        return ConstantValue.Null;
    }
}
