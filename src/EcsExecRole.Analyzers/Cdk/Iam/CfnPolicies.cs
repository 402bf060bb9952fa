using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>CfnPolicy</c>, <c>CfnManagedPolicy</c> and <c>CfnRolePolicy</c>: policies that name their roles.</summary>
internal static class CfnPolicies
{
    public static void Register(Registry r)
    {
        r.Constructor("AWS.IAM.CfnPolicy", c => Fill(c, new InlinePolicyNode(c.Instance.Key, c.Site.Operation, c.Guard)))
            .Constructor("AWS.IAM.CfnRolePolicy", c => Fill(c, new InlinePolicyNode(c.Instance.Key, c.Site.Operation, c.Guard)))
            .Constructor("AWS.IAM.CfnManagedPolicy", NewManaged)
            .Getter("AWS.IAM.CfnManagedPolicy", "Ref", Arn)
            .Getter("AWS.IAM.CfnManagedPolicy", "AttrPolicyArn", Arn);
        foreach (var type in new[] { "AWS.IAM.CfnPolicy", "AWS.IAM.CfnRolePolicy", "AWS.IAM.CfnManagedPolicy" })
        {
            r.Setter(type, "PolicyDocument", c => SetDocument(c, c.Arguments[0]))
                .Setter(type, type == "AWS.IAM.CfnRolePolicy" ? "RoleName" : "Roles", c => SetRoles(c, c.Arguments[0]));
        }
    }

    /// <summary><c>AddPropertyOverride</c> of a policy's L1 resource.</summary>
    public static void Override(Call call, Node node, string path, Value? value)
    {
        var policy = (AttachablePolicyNode)node;
        switch (path.Split('.')[0])
        {
            case "PolicyDocument":
                PolicyDocuments.Open(policy, call.Guard, "a property override may change it");
                break;
            case "Roles" or "RoleName" when value is not null:
                policy.MayHaveMoreRoles |= call.Guard;
                break;
        }
    }

    private static Value NewManaged(Call call) => Fill(call, new ManagedPolicyNode(call.Instance.Key, call.Site.Operation, call.Guard)
    {
        IsDefinedHere = true,
        Arn = Text.Generated(call.Instance.Key + ".Arn", call.Instance.Name ?? "policy"),
    });

    private static Value Fill(Call call, AttachablePolicyNode policy)
    {
        policy.Name = call.Instance.Name ?? policy.Key;
        policy.Stack = Scopes.StackOf(call, call["scope"]);
        call.Instance.Payload = call.Graph.Add(policy);
        policy.Documents.AddRange(PolicyDocuments.Of(call, call.Prop("PolicyDocument"), call.Where(call["props"], "PolicyDocument")));
        AddRoles(call, policy, call.Prop("Roles"));
        AddRoles(call, policy, call.Prop("RoleName"));
        return ConstantValue.Null;
    }

    private static Value SetDocument(Call call, Value document)
    {
        if (Call.Node<AttachablePolicyNode>(call.Receiver) is { } policy)
        {
            for (var i = 0; i < policy.Documents.Count; i++)
            {
                policy.Documents[i] = policy.Documents[i] with { Guard = policy.Documents[i].Guard.Except(call.Guard) };
            }

            policy.Documents.AddRange(PolicyDocuments.Of(call, document, call.Site.Operation));
        }

        return ConstantValue.Null;
    }

    private static Value SetRoles(Call call, Value roles)
    {
        if (Call.Node<AttachablePolicyNode>(call.Receiver) is { } policy)
        {
            for (var i = 0; i < policy.RoleNames.Count; i++)
            {
                policy.RoleNames[i] = policy.RoleNames[i] with { Guard = policy.RoleNames[i].Guard.Except(call.Guard) };
            }

            AddRoles(call, policy, roles);
        }

        return ConstantValue.Null;
    }

    /// <summary>Names of roles (<c>Ref</c> or a literal), or the constructs themselves, where CDK takes them.</summary>
    private static void AddRoles(Call call, AttachablePolicyNode policy, Value roles)
    {
        foreach (var (value, guard) in call.Each(roles))
        {
            var more = Guard.Never;
            var items = value is ConstantValue or TextValue or UnknownValue { Type.SpecialType: Microsoft.CodeAnalysis.SpecialType.System_String }
                ? [(value, guard)]
                : call.On(guard).Items(value, out more);
            policy.MayHaveMoreRoles |= more;
            foreach (var (item, on) in items)
            {
                if (item is ObjectValue)
                {
                    RolePolicies.Attach(call.On(on), policy, item, call.Site.Operation);
                }
                else if (Text.Of(item) is { } name)
                {
                    policy.RoleNames.Add((on, name, call.Site.Operation));
                }
            }
        }
    }

    private static Value Arn(Call call) =>
        Call.Node<ManagedPolicyNode>(call.Receiver) is { Arn: { } arn } ? TextValue.Of(arn) : call.UnknownResult("the policy's ARN is not known");
}
