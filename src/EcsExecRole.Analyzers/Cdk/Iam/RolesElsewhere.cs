using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Iam.Documents;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Imported roles of which a file in the project says what they are allowed.</summary>
internal sealed class RolesElsewhere(IEnumerable<RoleDescription> descriptions)
{
    private readonly ImmutableArray<RoleDescription> descriptions = [.. descriptions.OrderByDescending(d => d.Exactness)];

    public static RolesElsewhere None { get; } = new([]);

    /// <summary>The description of an imported role; null where there is none that certainly is of this one.</summary>
    public RoleDescription? Find(RoleNode role) =>
        role.Kind is RoleKind.Imported or RoleKind.Immutable && role.Wraps is null ? descriptions.FirstOrDefault(d => d.Matches(role.Arn, role.RoleName)) : null;

    /// <summary>The statements of a managed policy that a description names; null where they are not known.</summary>
    public static IEnumerable<PlacedStatement>? Place(string arn, Guard guard) =>
        ManagedPolicies.Find(arn) is { Kind: ManagedPolicyKind.Known, Policy: { IsContentKnown: true } known } ? known.Place(guard, null) : null;
}
