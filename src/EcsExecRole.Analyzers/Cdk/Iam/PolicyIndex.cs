using EcsExecRole.Analyzers.Iam.Matching;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// Which policies are attached to which roles, and which constructs stand for one and the same IAM role: imports of one ARN, an import of a role that the program
/// creates by name, a view without policy updates.
/// </summary>
internal sealed class PolicyIndex
{
    private readonly Dictionary<RoleNode, List<(Guard Guard, AttachablePolicyNode Policy, bool Certain)>> attached = new();
    private readonly Dictionary<object, List<RoleNode>> groups = new();
    private readonly Dictionary<Template, List<RoleNode>> named = new();
    private readonly List<RoleNode> roles;
    private readonly List<RoleNode> vague = [];

    public PolicyIndex(CdkGraph graph)
    {
        roles = [.. graph.Roles];
        foreach (var role in roles)
        {
            foreach (var identity in IdentitiesOf(role))
            {
                Group(identity).Add(role);
            }

            AddNames(role);
        }

        foreach (var policy in graph.Of<AttachablePolicyNode>())
        {
            Attach(policy);
        }
    }

    /// <summary>The policies attached to a role by construct or by name, with the paths and whether it is certain.</summary>
    public IReadOnlyList<(Guard Guard, AttachablePolicyNode Policy, bool Certain)> AttachedTo(RoleNode role) =>
        attached.TryGetValue(role, out var policies) ? policies : [];

    /// <summary>All constructs that stand for the same IAM role, <paramref name="role"/> first.</summary>
    public IReadOnlyList<RoleNode> SameAs(RoleNode role)
    {
        var all = new List<RoleNode>(1) { role };
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var identity in IdentitiesOf(all[i]))
            {
                foreach (var other in groups.TryGetValue(identity, out var group) ? group : [])
                {
                    if (!all.Contains(other))
                    {
                        all.Add(other);
                    }
                }
            }
        }

        return all;
    }

    /// <summary>What a role is known by: itself, its ARN, and its name in an account.</summary>
    private static IEnumerable<object> IdentitiesOf(RoleNode role)
    {
        yield return role.Wraps ?? role;
        if (role.Arn is not { } arn)
        {
            yield break;
        }

        yield return arn;
        if (role.Kind == RoleKind.Created)
        {
            if (role is { PhysicalName: { } name, Stack: { } stack })
            {
                yield return (stack.Account, name);
            }
        }
        else if (role.RoleName is { } name && Arns.Segments(arn) is { } segments)
        {
            yield return (segments[4], name);
        }
    }

    /// <summary>The names that a policy may call a role by.</summary>
    public static IEnumerable<Template> NamesOf(RoleNode role)
    {
        if (role.RoleName is { } name)
        {
            yield return name;
        }

        if (role.PhysicalName is { } physical)
        {
            yield return physical;
        }
    }

    /// <summary>Whether a name is neither spelt out nor one that CloudFormation makes up: it may be any.</summary>
    private static bool IsVague(Template name) => !name.IsLiteral && name.Parts is not [{ Hole.Kind: HoleKind.Generated }];

    private void AddNames(RoleNode role)
    {
        var isVague = false;
        foreach (var name in NamesOf(role))
        {
            if (!named.TryGetValue(name, out var bearers))
            {
                named.Add(name, bearers = new(1));
            }

            if (bearers.Count == 0 || bearers[bearers.Count - 1] != role)
            {
                bearers.Add(role);
            }

            isVague |= IsVague(name);
        }

        if (isVague)
        {
            vague.Add(role);
        }
    }

    private List<RoleNode> Group(object identity)
    {
        if (!groups.TryGetValue(identity, out var group))
        {
            groups.Add(identity, group = new(1));
        }

        return group;
    }

    private void Attach(AttachablePolicyNode policy)
    {
        foreach (var (guard, role, _) in policy.Roles)
        {
            Add(role, guard, policy, true);
        }

        foreach (var (guard, name, _) in policy.RoleNames)
        {
            foreach (var role in named.TryGetValue(name, out var exact) ? exact : [])
            {
                Add(role, guard, policy, true);
            }

            foreach (var role in IsVague(name) ? roles : vague)
            {
                if (NamesOf(role).All(n => !n.Equals(name)) && NamesOf(role).Any(n => TemplateMatcher.Equal(n, name) == Ternary.Unknown))
                {
                    Add(role, guard, policy, false);
                }
            }
        }

        if (policy.MayHaveMoreRoles.IsFeasible)
        {
            foreach (var role in roles)
            {
                Add(role, policy.MayHaveMoreRoles, policy, false);
            }
        }
    }

    private void Add(RoleNode role, Guard guard, AttachablePolicyNode policy, bool certain)
    {
        if (!guard.IsFeasible)
        {
            return;
        }

        if (!attached.TryGetValue(role, out var policies))
        {
            attached.Add(role, policies = []);
        }

        policies.Add((guard, policy, certain));
    }
}
