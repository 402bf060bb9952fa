using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>CfnRole</c>: a role written out in full, and the L1 resource below a <c>Role</c>, whose properties replace what the L2 construct renders.</summary>
internal static class CfnRoles
{
    private const string Type = "AWS.IAM.CfnRole";

    /// <summary>The properties that say what the role may do and who may assume it, with how each is replaced.</summary>
    private static readonly Dictionary<string, Action<Call, RoleNode, Value, IOperation?>> Properties = new(StringComparer.Ordinal)
    {
        ["AssumeRolePolicyDocument"] = SetTrust,
        ["ManagedPolicyArns"] = SetManagedPolicies,
        ["PermissionsBoundary"] = PermissionsBoundaries.Set,
        ["Policies"] = SetPolicies,
        ["RoleName"] = (call, role, value, _) => role.PhysicalName = Text.Of(value) ?? role.PhysicalName,
    };

    public static void Register(Registry r)
    {
        r.Constructor(Type, New)
            .Getter(Type, "AttrArn", c => NameOf(c, role => role.Arn))
            .Getter(Type, "RoleName", c => Call.Node<RoleNode>(c.Receiver)?.PhysicalName is { } name ? TextValue.Of(name) : ConstantValue.Null)
            .Getter(Type, "Ref", c => NameOf(c, role => role.RoleName))
            .Method(Type, "ArnForRole", c => Roles.Of(c, c.Arguments[0]) is { Arn: { } arn } ? TextValue.Of(arn) : c.UnknownResult("the role is not known"));
        foreach (var property in Properties)
        {
            r.Setter(Type, property.Key, c => Set(c, property.Key, c.Arguments[0]));
        }
    }

    /// <summary><c>AddPropertyOverride(path, value)</c>, with a null <paramref name="value"/> for a deletion: applied to the finished template.</summary>
    public static void Override(Call call, Node node, string path, Value? value)
    {
        var property = path.Split('.')[0];
        if (node is not RoleNode role || !Properties.TryGetValue(property, out var set))
        {
            return;
        }

        if (property == path && value is not null and (SequenceValue or DictionaryValue or ObjectValue { Payload: PolicyDocumentNode } or ConstantValue or TextValue))
        {
            call.Graph.AtSynth.Add(() => set(call, role, value, call.Site.Operation));
        }
        else if (value is null && property == path)
        {
            call.Graph.AtSynth.Add(() => set(call, role, ConstantValue.Null, call.Site.Operation));
        }
        else
        {
            // A part of the property: what is left of the rest is not followed.
            Forget(role, property, call.Guard, call.Site.Operation);
        }
    }

    private static Value New(Call call)
    {
        var role = Roles.Create(call.Instance.Key, call.Instance.Name ?? "role", call.Site.Operation, call.Guard);
        role.Stack = Scopes.StackOf(call, call["scope"]);
        call.Instance.Payload = call.Graph.Add(role);
        foreach (var property in Properties)
        {
            if (call.Prop(property.Key) is { IsNull: false } value)
            {
                property.Value(call, role, value, call.Where(call["props"], property.Key));
            }
        }

        return ConstantValue.Null;
    }

    private static Value Set(Call call, string property, Value value)
    {
        if (Call.Node<RoleNode>(call.Receiver) is { } role)
        {
            Properties[property](call, role, value, call.Site.Operation);
        }

        return ConstantValue.Null;
    }

    private static void SetTrust(Call call, RoleNode role, Value value, IOperation? origin)
    {
        Restrict(role.TrustDocuments, call.Guard);
        for (var i = 0; i < role.Trust.Count; i++)
        {
            role.Trust[i] = role.Trust[i] with { Guard = role.Trust[i].Guard.Except(call.Guard) };
        }

        role.TrustDocuments.AddRange(PolicyDocuments.Of(call, value, origin));
    }

    private static void SetManagedPolicies(Call call, RoleNode role, Value value, IOperation? origin)
    {
        for (var i = 0; i < role.ManagedPolicies.Count; i++)
        {
            role.ManagedPolicies[i] = role.ManagedPolicies[i] with { Guard = role.ManagedPolicies[i].Guard.Except(call.Guard) };
        }

        var items = call.Items(value, out var mayHaveMore);
        foreach (var (item, guard) in items)
        {
            if (ManagedPolicyHandlers.Of(call.On(guard), item) is { } policy)
            {
                role.ManagedPolicies.Add(new(guard, policy, policy.Origin ?? origin));
            }
        }

        RolePolicies.AddUnknown(role, mayHaveMore, "its managed policies are not known", origin);
    }

    private static void SetPolicies(Call call, RoleNode role, Value value, IOperation? origin)
    {
        Restrict(role.InlinePolicies, call.Guard);
        var items = call.Items(value, out var mayHaveMore);
        foreach (var (item, guard) in items)
        {
            // CfnRole.PolicyProperty { PolicyName, PolicyDocument }, or the like as a dictionary in an override.
            if (item is DictionaryValue)
            {
                foreach (var (key, document, on) in call.On(guard).Entries(item, out _).Where(e => e.Key.Text?.Literal is null or "PolicyDocument"))
                {
                    role.InlinePolicies.AddRange(PolicyDocuments.Of(call.On(on), key.Text?.Literal is null ? key : document, origin));
                }
            }
            else
            {
                role.InlinePolicies.AddRange(PolicyDocuments.Of(call.On(guard), call.Get(item, "PolicyDocument"), origin));
            }
        }

        RolePolicies.AddUnknown(role, mayHaveMore, "its inline policies are not known", origin);
    }

    private static void Restrict(List<PolicyAttachment> documents, Guard replaced)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            documents[i] = documents[i] with { Guard = documents[i].Guard.Except(replaced) };
        }
    }

    private static void Forget(RoleNode role, string property, Guard guard, IOperation origin)
    {
        if (property == "AssumeRolePolicyDocument")
        {
            role.TrustUnknown |= guard;
        }
        else if (property != "RoleName")
        {
            RolePolicies.AddUnknown(role, guard, "a property override may change its policies", origin);
        }
    }

    private static Value NameOf(Call call, Func<RoleNode, Template?> name) =>
        Call.Node<RoleNode>(call.Receiver) is { } role && name(role) is { } text ? TextValue.Of(text) : call.UnknownResult("the role is not known");
}
