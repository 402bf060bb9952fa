using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>A grant method's statement: what it allows, whether CDK calls the method by itself, and what causes it.</summary>
/// <param name="Actions">IAM actions.</param>
/// <param name="Resources">Resource ARNs.</param>
internal sealed record ResourceGrant(GuardedTexts Actions, IReadOnlyList<Template> Resources)
{
    public ResourceGrant(IEnumerable<string> actions, params Template[] resources)
        : this(new GuardedTexts(actions), resources)
    {
    }

    public bool IsAutomatic { get; init; }

    /// <summary>The expression that causes it; null for the call.</summary>
    public IOperation? Origin { get; init; }

    public IReadOnlyList<PolicyCondition> Conditions { get; init; } = [];
}

/// <summary>
/// CDK's <c>Grant.addToPrincipal</c>, <c>addToPrincipalOrResource</c> and <c>addToPrincipalAndResource</c>: a statement in the policy of the grantee and, where
/// that does not suffice or cannot be told to, one in the policy of the resource.
/// </summary>
internal static class ResourceGrants
{
    /// <summary>The texts of a list that a grant method is given, such as its <c>params string[] actions</c>.</summary>
    public static GuardedTexts TextsOf(Call call, string parameter = "actions")
    {
        var texts = new GuardedTexts();
        PolicyTexts.AddAll(call, call[parameter], texts);
        return texts;
    }

    /// <summary><c>Grant.addToPrincipal</c>: the policy of the grantee alone.</summary>
    /// <returns>The statements added.</returns>
    public static IReadOnlyList<StatementNode> ToPrincipal(Call call, Value grantee, ResourceGrant grant)
    {
        var added = new List<StatementNode>();
        foreach (var (value, guard) in call.Each(grantee))
        {
            var entry = Entry(call, grant, guard);
            Grants.AddToPrincipal(call, value, entry);
            added.Add(entry.Statement);
        }

        return added;
    }

    /// <summary>
    /// <c>Grant.addToPrincipalOrResource</c>: also the resource's policy where the grantee takes no statements, or is not certain to be of the same account.
    /// </summary>
    /// <param name="alsoResource"><c>Grant.addToPrincipalAndResource</c>: the resource's policy in any case.</param>
    /// <returns>The statements added to the grantee.</returns>
    public static IReadOnlyList<StatementNode> ToPrincipalOrResource(Call call, ResourceNode resource, Value grantee, ResourceGrant grant, bool alsoResource = false)
    {
        var added = new List<StatementNode>();
        foreach (var (value, guard) in call.Each(grantee))
        {
            var entry = Entry(call, grant, guard);
            switch (Principals.Of(call, value))
            {
                case null:
                    ToResource(call, resource, value, OnItself(call, resource, grant, guard));
                    break;
                case var principal:
                    Grants.AddToPrincipal(call, value, entry);
                    added.Add(entry.Statement);
                    if (principal is RoleNode role && resource.Kind == ResourceKind.Owned)
                    {
                        ToResource(resource, role, OnItself(call, resource, grant, guard), alsoResource);
                    }

                    break;
            }
        }

        return added;
    }

    public static PolicyEntry Entry(Call call, ResourceGrant grant, Guard guard)
    {
        var origin = grant.Origin ?? call.Site.Operation;
        var statement = new StatementNode(call.Evaluator.NumberedKey("statement"), origin, guard);
        statement.Actions.AddAll(grant.Actions, guard);
        statement.Actions.MayHaveMore = grant.Actions.MayHaveMore & guard;
        foreach (var resource in grant.Resources)
        {
            statement.Resources.Add(guard, resource);
        }

        foreach (var condition in grant.Conditions)
        {
            statement.Conditions.Add((guard, condition));
        }

        return new(guard, statement, origin, grant.IsAutomatic);
    }

    /// <summary>The statement as the resource's own policy has it: in a key policy the key is <c>*</c>.</summary>
    private static PolicyEntry OnItself(Call call, ResourceNode resource, ResourceGrant grant, Guard guard) =>
        Entry(call, resource is KeyNode ? grant with { Resources = ["*"] } : grant, guard);

    /// <summary>A principal without a policy of its own (an ARN, a service): the resource's policy names it.</summary>
    private static void ToResource(Call call, ResourceNode resource, Value principal, PolicyEntry entry)
    {
        foreach (var part in PrincipalReader.PartsOf(call.On(entry.Guard), principal))
        {
            PrincipalReader.AddTo(entry.Statement, part);
        }

        ResourcePolicies.Add(call.Graph, resource, entry);
    }

    private static void ToResource(ResourceNode resource, RoleNode role, PolicyEntry entry, bool always)
    {
        if (role.Kind == RoleKind.Unknown)
        {
            return;
        }

        var sameAccount = always ? Ternary.No : IsSameAccount(resource, role);
        var written = sameAccount == Ternary.No ? entry.Guard : entry.Guard & role.AddGrantsToResources;
        if (written.IsFeasible)
        {
            resource.ResourceGrants.Add((role, entry with { Guard = written }));
        }

        // A role with policies of its own has the statement there already.
        var maybe = role.Kind == RoleKind.Immutable ? entry.Guard : entry.Guard & role.MutabilityUnknown;
        if (sameAccount == Ternary.Unknown && maybe.IsFeasible)
        {
            resource.ResourcePolicyUnknown |= maybe;
        }
    }

    /// <summary>
    /// Whether <c>Token.compareStrings</c> finds the two accounts to be the same or both tokens. One token and one number are not provably equal, so that CDK
    /// writes to both policies.
    /// </summary>
    private static Ternary IsSameAccount(ResourceNode resource, RoleNode role)
    {
        var own = resource.Stack?.Account;
        var other = AccountOf(role);
        if (own is null || other is null)
        {
            return Ternary.Unknown;
        }

        if (own.Equals(other))
        {
            return Ternary.Yes;
        }

        var (a, b) = (Tokens.IsUnresolved(own), Tokens.IsUnresolved(other));
        return a == Ternary.Unknown || b == Ternary.Unknown ? Ternary.Unknown
            : a == Ternary.Yes && b == Ternary.Yes ? Ternary.Yes
            : Ternary.No;
    }
    /// <summary>
    /// Whether a resource of the program's is certainly in another account than the role. Its policy then does not suffice: the role has to be allowed by its own.
    /// </summary>
    public static bool IsElsewhere(ResourceNode resource, RoleNode role) =>
        resource is { Kind: ResourceKind.Owned, Stack.Account.Literal: { } own } && AccountOf(role)?.Literal is { } other && own != other;

    /// <summary>A role that takes no statements is of the account of the role behind it.</summary>
    private static Template? AccountOf(RoleNode role)
    {
        for (; role.Wraps is { } inner; role = inner)
        {
        }

        return role is { Kind: RoleKind.Created } or { Arn: null } ? role.Stack?.Account : Arns.AccountOf(role.Arn);
    }
}
