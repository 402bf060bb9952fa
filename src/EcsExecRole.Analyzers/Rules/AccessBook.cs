using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Needs;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>What the roles of a program are allowed, worked out once for each. Thread-safe.</summary>
internal sealed class AccessBook(CdkGraph graph)
{
    private readonly Dictionary<RoleNode, RolePermissions> permissions = [];
    private readonly Dictionary<(RoleNode, string, Template, ResourceNode?, int), IamDecision> decisions = new(graph.TaskDefinitions.Count * DecisionsOfATask);

    /// <summary>How many things a task definition with a container or two asks for, about.</summary>
    private const int DecisionsOfATask = 8;

    public RolePermissions Of(RoleNode role)
    {
        lock (permissions)
        {
            if (permissions.TryGetValue(role, out var known))
            {
                return known;
            }
        }

        // Two threads may come to the same result.
        var found = Permissions.Of(role, graph);
        lock (permissions)
        {
            return permissions[role] = found;
        }
    }

    /// <summary>What IAM says to an action: granted where any of its forms is, missing where all of them are.</summary>
    /// <param name="role">Who asks.</param>
    /// <param name="action">What for.</param>
    /// <param name="resource">The construct, whose resource policy may allow it, too.</param>
    public IamDecision Decide(RoleNode role, NeededAction action, ResourceNode? resource)
    {
        if (action.Forms.Length == 1)
        {
            return Decide(role, action.Forms[0], resource);
        }

        var (granted, missing) = (Guard.Never, Guard.Always);
        foreach (var form in action.Forms)
        {
            var decision = Decide(role, form, resource);
            granted |= decision.Granted;
            missing &= decision.Missing;
        }

        return new(granted, missing, !(granted | missing), Decide(role, action.Forms[0], resource).NearMisses);
    }

    /// <summary>Whether ECS may assume the role.</summary>
    public IamDecision Trust(RoleNode role) => TrustPolicy.Decide(Of(role).Trust, Of(role).TrustUnknown);

    /// <summary>Why it can't be told whether the role allows the action, as a clause.</summary>
    public string WhyUnknown(RoleNode role, string action)
    {
        return Of(role).UnknownReason(EcsActions.Service(action))
            ?? (Of(role).Boundaries.IsEmpty ? "a statement of its policies may allow it" : "it is not known whether its permissions boundary allows it");
    }

    private IamDecision Decide(RoleNode role, IamRequest request, ResourceNode? resource)
    {
        if (!request.Context.IsEmpty)
        {
            return Ask(role, request, resource);
        }

        // Many containers ask for the same.
        var key = (role, request.Action, request.Resource, resource, request.AbsentKeys.Count);
        lock (decisions)
        {
            if (decisions.TryGetValue(key, out var known))
            {
                return known;
            }
        }

        var decision = Ask(role, request, resource);
        lock (decisions)
        {
            return decisions[key] = decision;
        }
    }

    private IamDecision Ask(RoleNode role, IamRequest request, ResourceNode? resource)
    {
        // No resource's policy allows an action that has none, and across accounts it does not suffice.
        if (resource is not null && (request.Resource.Equals(EcsActions.AnyResource) || ResourceGrants.IsElsewhere(resource, role)))
        {
            resource = null;
        }

        var allowed = Of(role);
        var statements = resource is not { ResourceGrants.Count: > 0 } ? allowed.Statements : [.. allowed.Statements, .. ResourceStatements.Of(resource, role, request.Resource)];
        var unknown = (allowed.Unknowns.IsEmpty ? Guard.Never : allowed.UnknownFor(EcsActions.Service(request.Action))) | (resource?.ResourcePolicyUnknown ?? Guard.Never);
        return PermissionsBoundary.Limit(PolicyEvaluator.Decide(request, statements, unknown), request, allowed.Boundaries);
    }
}
