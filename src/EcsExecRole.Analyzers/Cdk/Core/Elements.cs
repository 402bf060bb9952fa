using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Elements of a template: parameters, mappings, any resource's <c>Ref</c> and attributes; and what of CDK's core never grants anything.</summary>
internal static class Elements
{
    /// <summary>Constructors, and methods by type, that neither read nor change a policy or a task definition.</summary>
    private static readonly (string Type, string[] Methods)[] Harmless =
    [
        ("Tags", ["Add", "Remove"]),
        ("Annotations", ["AddInfo", "AddWarning", "AddWarningV2", "AddError", "AcknowledgeWarning", "AddDeprecation"]),
        ("CfnResource", ["AddDependency", "AddDependsOn", "AddMetadata", "ApplyRemovalPolicy", "RemoveDependency", "ReplaceDependency"]),
        ("CfnElement", ["OverrideLogicalId"]),
        ("Resource", ["ApplyRemovalPolicy"]),
        ("IResource", ["ApplyRemovalPolicy"]),
        ("RemovalPolicies", ["Apply", "Destroy", "Retain", "Snapshot", "RetainOnUpdateOrDelete"]),
        ("AWS.IAM.User", [".ctor", "AddToPolicy", "AddToGroup"]),
        ("AWS.IAM.Group", [".ctor", "AddToPolicy", "AddUser"]),
        ("AWS.IAM.InstanceProfile", [".ctor"]),
        ("AWS.IAM.CfnInstanceProfile", [".ctor"]),
        ("AWS.IAM.AccessKey", [".ctor"]),
        ("AWS.IAM.CfnServiceLinkedRole", [".ctor"]),
        ("AWS.IAM.OpenIdConnectProvider", [".ctor"]),
        ("AWS.IAM.SamlProvider", [".ctor"]),
    ];

    public static void Register(Registry r)
    {
        r.Constructor("CfnParameter", Stacks.Nothing)
            .Getter("CfnParameter", "ValueAsString", Parameter)
            .Getter("CfnParameter", "Value", Parameter)
            .Getter("CfnRefElement", "Ref", Reference)
            .Getter("CfnElement", "LogicalId", c => TextValue.Of(Tokens.Of(Evaluator.KeyOf(c.Receiver!) + ".LogicalId", Evaluator.DisplayOf(c.Receiver!))))
            .Getter("CfnOutput", "ImportValue", c => TextValue.Of(Tokens.Of(Evaluator.KeyOf(c.Receiver!) + ".ImportValue", Evaluator.DisplayOf(c.Receiver!))))
            .Method("CfnResource", "GetAtt", Attribute)
            .Constructor("CfnMapping", Stacks.Nothing)
            .Method("CfnMapping", "FindInMap", c => TextValue.Of(Tokens.Of(
                Evaluator.KeyOf(c.Receiver!) + "[" + Evaluator.KeyOf(c["key1"]) + "," + Evaluator.KeyOf(c["key2"]) + "]", "a mapping")))
            .Getter("PhysicalName", "GENERATE_IF_NEEDED", _ => ConstantValue.Null);

        foreach (var (type, methods) in Harmless)
        {
            foreach (var method in methods)
            {
                _ = method == ".ctor" ? r.Constructor(type, Opaque) : r.Method(type, method, c => c.Receiver ?? ConstantValue.Null);
            }
        }

        foreach (var type in new[] { "Tags", "Annotations", "RemovalPolicies" })
        {
            r.Method(type, "Of", c => c.NewResult(type));
        }
    }

    /// <summary>An object of which nothing further is known.</summary>
    private static Value Opaque(Call call)
    {
        call.Instance.IsOpaque = true;
        return ConstantValue.Null;
    }

    /// <summary>A deployment parameter: a token, the same wherever it is read.</summary>
    private static Value Parameter(Call call) =>
        TextValue.Of(Tokens.Of(Evaluator.KeyOf(call.Receiver!) + ".Value", Evaluator.DisplayOf(call.Receiver!)));

    /// <summary><c>Ref</c> of an L1 resource: its name, ID or ARN, as each resource type has it.</summary>
    private static Value Reference(Call call) => TextValue.Of(
        Call.Node<Node>(call.Receiver)?.Ref ?? Call.Node<RoleNode>(call.Receiver)?.RoleName ?? Tokens.Of(Evaluator.KeyOf(call.Receiver!) + ".Ref", Evaluator.DisplayOf(call.Receiver!)));

    /// <summary><c>GetAtt("Arn")</c>, an attribute by its name: of a role its ARN, of another resource a token.</summary>
    private static Value Attribute(Call call) => (Call.Node<Node>(call.Receiver), call["attributeName"].Text?.Literal) switch
    {
        (RoleNode { Arn: { } arn }, "Arn") => TextValue.Of(arn),
        (ResourceNode resource, "Arn") => TextValue.Of(resource.Arn),
        _ => TextValue.Of(Tokens.Of(Evaluator.KeyOf(call.Receiver!) + "." + Evaluator.KeyOf(call["attributeName"]), Evaluator.DisplayOf(call.Receiver!))),
    };
}
