using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Attaching policies to roles: what takes effect and what CDK drops, by how the program came by the role.</summary>
internal static class RolePolicies
{
    public static void AddManaged(Call call, RoleNode role, Value policies, IOperation? origin)
    {
        var items = call.Items(policies, out var mayHaveMore);
        foreach (var (value, guard) in items)
        {
            if (ManagedPolicyHandlers.Of(call.On(guard), value) is { } policy)
            {
                AddManaged(call, role, new(guard, policy, policy.Origin ?? origin ?? call.Site.Operation));
            }
        }

        AddUnknown(role, mayHaveMore, "its managed policies are not known", origin);
    }

    /// <summary>
    /// <c>AddManagedPolicy</c>: an immutable role drops it, an imported one too, unless (in newer CDK) the policy is one that the program defines, which then
    /// names the role.
    /// </summary>
    public static void AddManaged(Call call, RoleNode role, ManagedPolicyEntry entry)
    {
        if (role is { Kind: RoleKind.Immutable, IsFrozen: true })
        {
            // It is in the report, for whoever makes the role.
            return;
        }

        var dropped = role.Kind == RoleKind.Immutable || (role.Kind == RoleKind.Imported && !(entry.Policy.IsDefinedHere && ImportsTakeManagedPolicies(call)));
        (dropped ? role.DroppedManagedPolicies : role.ManagedPolicies).Add(entry);
    }

    /// <summary><c>AttachInlinePolicy</c>: an immutable role drops it; an imported one in another account than the policy's skips it.</summary>
    public static void AttachInline(Call call, RoleNode role, Value policy)
    {
        if (policy is not ObjectValue { Payload: InlinePolicyNode node })
        {
            AddUnknown(role, role.Kind == RoleKind.Immutable ? Guard.Never : call.Guard, "an inline policy that is attached is not known", call.Site.Operation);
        }
        else if (role.Kind != RoleKind.Immutable && !(role.Kind == RoleKind.Imported && IsElsewhere(role, node)))
        {
            node.Roles.Add((call.Guard, role, call.Site.Operation));
        }
    }

    /// <summary>
    /// Attaching a policy construct by itself (<c>Roles</c>, <c>AttachToRole</c>) goes by the role's name and reaches immutable roles, too, though not those of
    /// another account.
    /// </summary>
    public static void Attach(Call call, AttachablePolicyNode policy, Value role, IOperation? origin)
    {
        foreach (var (value, guard) in call.Each(role))
        {
            if (Roles.Of(call, value) is { } node)
            {
                if (node.Kind == RoleKind.Created || !IsElsewhere(node, policy))
                {
                    policy.Roles.Add((guard, node, origin ?? call.Site.Operation));
                }
            }
            else if (!value.IsNull)
            {
                policy.MayHaveMoreRoles |= guard;
            }
        }
    }

    /// <summary>The role may have further permissions, of any service.</summary>
    public static void AddUnknown(RoleNode role, Guard guard, string reason, IOperation? origin)
    {
        if (guard.IsFeasible)
        {
            role.Unknowns.Add(new(guard, null, reason, origin));
        }
    }

    /// <summary>Whether the role is certainly in another account than the policy.</summary>
    private static bool IsElsewhere(RoleNode role, AttachablePolicyNode policy) =>
        role.Arn is { } arn && policy.Stack is { } stack && Tokens.AreEqualOrUnresolved(Arns.AccountOf(arn), stack.Account) == Ternary.No;

    /// <summary>CDK's version cannot be read from a reference; <c>Role.FromLookup</c> came with, or before, the change.</summary>
    private static bool ImportsTakeManagedPolicies(Call call) =>
        call.Evaluator.Program.TypeNamed("Amazon.CDK.AWS.IAM.Role") is { } role && !role.GetMembers("FromLookup").IsEmpty;
}
