using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Policy</c>, and what it has in common with a <c>ManagedPolicy</c> that the program defines.</summary>
internal static class Policies
{
    private const string Type = "AWS.IAM.Policy";

    public static void Register(Registry r) => r
        .Constructor(Type, c => Fill(c, new InlinePolicyNode(c.Instance.Key, c.Site.Operation, c.Guard)))
        .Method(Type, "AddStatements", c => PolicyDocuments.AddStatements(c, Call.Node<InlinePolicyNode>(c.Receiver)))
        .Method(Type, "AttachToRole", AttachToRole)
        .Method(Type, "AttachToUser", Stacks.Nothing)
        .Method(Type, "AttachToGroup", Stacks.Nothing)
        .Getter(Type, "Document", Document);

    /// <summary>Reads <c>Statements</c>, <c>Document</c> and <c>Roles</c> of a new policy.</summary>
    public static Value Fill(Call call, AttachablePolicyNode policy)
    {
        policy.Name = call.Instance.Name ?? policy.Key;
        policy.Stack = Scopes.StackOf(call, call["scope"]);
        call.Instance.Payload = call.Graph.Add(policy);
        PolicyDocuments.Add(call, policy, call.Prop("Statements"), call.Where(call["props"], "Statements"));
        policy.Documents.AddRange(PolicyDocuments.Of(call, call.Prop("Document"), call.Where(call["props"], "Document")));

        var roles = call.Items(call.Prop("Roles"), out var mayHaveMore);
        foreach (var (role, guard) in roles)
        {
            RolePolicies.Attach(call.On(guard), policy, role, call.Site.Operation);
        }

        policy.MayHaveMoreRoles |= mayHaveMore;
        return ConstantValue.Null;
    }

    public static Value AttachToRole(Call call)
    {
        if (Call.Node<AttachablePolicyNode>(call.Receiver) is { } policy)
        {
            RolePolicies.Attach(call, policy, call["role"], call.Site.Operation);
        }
        else
        {
            // A policy that cannot be seen, attached to a role that can.
            foreach (var (role, guard) in Grants.RolesOf(call, call["role"]))
            {
                RolePolicies.AddUnknown(role, guard, "the policy that is attached is not known", call.Site.Operation);
            }
        }

        return ConstantValue.Null;
    }

    /// <summary>The document of a policy: the one it was given, or its own.</summary>
    public static Value Document(Call call) => Call.Node<AttachablePolicyNode>(call.Receiver) is { } policy
        ? call.NewResult(policy.Documents is [var given, ..] ? given.Document : policy)
        : call.UnknownResult("the policy's document is not known");
}
