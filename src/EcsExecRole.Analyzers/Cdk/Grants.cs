using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// What every <c>GrantX(grantee)</c> of CDK comes down to: a statement in the policy of the grantee's principal, or nothing where that principal may not be
/// written to.
/// </summary>
internal static class Grants
{
    /// <summary>Adds a statement that allows <paramref name="actions"/> on <paramref name="resources"/> to the grantee's own policy.</summary>
    /// <param name="call">The grant.</param>
    /// <param name="grantee">The <c>IGrantable</c>: a role, a policy, something with a role, unknown, or a choice of these.</param>
    /// <param name="actions">IAM actions.</param>
    /// <param name="resources">Resource ARNs.</param>
    /// <param name="isAutomatic">Whether CDK grants this by itself, not because the program calls a grant method.</param>
    /// <param name="conditions">Conditions of the statement.</param>
    /// <param name="origin">The expression that causes it; null for that of the call.</param>
    /// <returns>The statements added, for the result of the grant method (<see cref="GrantHandlers.Result"/>).</returns>
    public static IReadOnlyList<StatementNode> ToPrincipal(
        Call call,
        Value grantee,
        IEnumerable<string> actions,
        IEnumerable<Template> resources,
        bool isAutomatic = false,
        IEnumerable<PolicyCondition>? conditions = null,
        IOperation? origin = null)
    {
        var added = new List<StatementNode>();
        foreach (var (value, guard) in Principals.Each(call, grantee))
        {
            var statement = Allow(call, guard, actions, resources, conditions, origin);
            AddToPrincipal(call, value, new PolicyEntry(guard, statement, origin ?? call.Site.Operation, isAutomatic));
            added.Add(statement);
        }

        return added;
    }

    /// <summary>A new statement that allows <paramref name="actions"/> on <paramref name="resources"/>.</summary>
    public static StatementNode Allow(
        Call call,
        Guard guard,
        IEnumerable<string> actions,
        IEnumerable<Template> resources,
        IEnumerable<PolicyCondition>? conditions = null,
        IOperation? origin = null)
    {
        var statement = new StatementNode(call.Evaluator.NumberedKey("statement"), origin ?? call.Site.Operation, guard);
        foreach (var action in actions)
        {
            statement.Actions.Add(guard, action);
        }

        foreach (var resource in resources)
        {
            statement.Resources.Add(guard, resource);
        }

        foreach (var condition in conditions ?? [])
        {
            statement.Conditions.Add((guard, condition));
        }

        return statement;
    }

    /// <summary><c>IGrantable.GrantPrincipal.AddToPrincipalPolicy</c>: puts the statement where it takes effect, or on the role's list of dropped ones.</summary>
    public static void AddToPrincipal(Call call, Value grantee, PolicyEntry entry)
    {
        switch (Principals.Of(call, grantee))
        {
            case RoleNode { Kind: RoleKind.Immutable } role:
                role.Dropped.Add(entry);
                break;
            case RoleNode role:
                role.Statements.Add(entry);
                break;
            case PolicyDocumentNode policy:
                policy.Statements.Add(entry);
                break;
        }
    }

    /// <summary>The roles that a grantee may be, with the paths.</summary>
    public static IEnumerable<(RoleNode Role, Guard Guard)> RolesOf(Call call, Value grantee) =>
        Principals.Each(call, grantee).Select(g => (Role: Principals.Of(call, g.Value) as RoleNode, g.Guard)).Where(g => g.Role is not null)!;
}
