using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What a role is allowed at the end of the run, and who may assume it.</summary>
internal sealed class RolePermissions
{
    public RolePermissions(
        RoleNode role,
        ImmutableArray<PlacedStatement> statements,
        ImmutableArray<UnknownGrant> unknowns,
        ImmutableArray<PlacedStatement> trust,
        Guard trustUnknown,
        ImmutableArray<PermissionsBoundary> boundaries)
    {
        Role = role;
        Statements = statements;
        Unknowns = unknowns;
        Trust = trust;
        TrustUnknown = trustUnknown;
        Boundaries = boundaries;
    }

    public RoleNode Role { get; }

    /// <summary>The statements of all policies attached to it, Allow and Deny. Their origin is an <see cref="Microsoft.CodeAnalysis.IOperation"/> or null.</summary>
    public ImmutableArray<PlacedStatement> Statements { get; }

    /// <summary>Whatever may have given it further permissions.</summary>
    public ImmutableArray<UnknownGrant> Unknowns { get; }

    /// <summary>The statements of its trust policy.</summary>
    public ImmutableArray<PlacedStatement> Trust { get; }

    /// <summary>The paths on which its trust policy is not, or not wholly, known.</summary>
    public Guard TrustUnknown { get; }

    /// <summary>What limits the statements.</summary>
    public ImmutableArray<PermissionsBoundary> Boundaries { get; }

    /// <summary>What CDK dropped silently instead of granting it.</summary>
    public IReadOnlyList<PolicyEntry> Dropped => Role.Dropped;

    public IReadOnlyList<ManagedPolicyEntry> DroppedManagedPolicies => Role.DroppedManagedPolicies;

    /// <summary>The paths on which it may have further permissions of an IAM service (<c>s3</c>, <c>kms</c>).</summary>
    public Guard UnknownFor(string service)
    {
        var all = Guard.Never;
        foreach (var unknown in Unknowns)
        {
            if (Concerns(unknown, service))
            {
                all |= unknown.Guard;
            }
        }

        return all;
    }

    /// <summary>Why it may have further permissions of a service, as a clause; null where it certainly has none.</summary>
    public string? UnknownReason(string service) => Unknowns.FirstOrDefault(u => Concerns(u, service))?.Reason;

    private static bool Concerns(UnknownGrant unknown, string service) => unknown.Guard.IsFeasible && (unknown.Services is null || unknown.Services.Value.Contains(service));
}
