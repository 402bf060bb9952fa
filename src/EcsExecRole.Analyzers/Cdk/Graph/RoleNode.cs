using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>How the program came by a role, which decides what CDK may write to it.</summary>
internal enum RoleKind
{
    /// <summary><c>new Role</c>, <c>new LazyRole</c>, <c>new CfnRole</c>, or made by CDK: all its permissions are in the program.</summary>
    Created,

    /// <summary>Imported and mutable: it has further permissions that the program does not show; grants are attached.</summary>
    Imported,

    /// <summary>Imported and immutable, or <c>WithoutPolicyUpdates</c>: grants are dropped silently.</summary>
    Immutable,

    /// <summary>A parameter or the result of something unseen: it may have any permission.</summary>
    Unknown,
}

/// <summary>An IAM role.</summary>
internal sealed class RoleNode(string key, IOperation? origin, Guard birth, RoleKind kind) : Node(key, origin, birth)
{
    public RoleKind Kind { get; } = kind;

    /// <summary>Its ARN, which tells an imported role; a hole for a created one.</summary>
    public Template? Arn { get; set; }

    /// <summary>Its name as <c>role.RoleName</c> and <c>Ref</c> yield it: a hole for a created one.</summary>
    public Template? RoleName { get; set; }

    /// <summary>The name that the program gives a role it creates, under which policies may be attached to it; null where CloudFormation makes one up.</summary>
    public Template? PhysicalName { get; set; }

    /// <summary>The paths on which it is not known whether an imported role is mutable, so that what is granted here may have been dropped.</summary>
    public Guard MutabilityUnknown { get; set; } = Guard.Never;

    /// <summary>For <see cref="RoleKind.Immutable"/>: the role this one wraps (<c>WithoutPolicyUpdates</c>), whose own grants still count.</summary>
    public RoleNode? Wraps { get; set; }

    /// <summary>Whether grants to this immutable role are written to resource policies (<c>AddGrantsToResources</c>).</summary>
    public Guard AddGrantsToResources { get; set; } = Guard.Never;

    /// <summary>Whether <c>Role.CustomizeRoles</c> keeps CDK from writing to the role: what it would be granted goes to a report.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>Whether CDK made the role, as it does when <c>ExecutionRole</c> is left out.</summary>
    public bool IsAutoCreated { get; set; }

    /// <summary>What it is allowed: statements with the paths on which they are attached, and where in the program that happens.</summary>
    public List<PolicyEntry> Statements { get; } = [];

    /// <summary>Documents that are part of the role (<c>InlinePolicies</c>, <c>CfnRole.Policies</c>).</summary>
    public List<PolicyAttachment> InlinePolicies { get; } = [];

    /// <summary>Grants that CDK dropped silently because the role may not be written to.</summary>
    public List<PolicyEntry> Dropped { get; } = [];

    public List<ManagedPolicyEntry> ManagedPolicies { get; } = [];

    /// <summary>Managed policies that CDK dropped because the role is imported.</summary>
    public List<ManagedPolicyEntry> DroppedManagedPolicies { get; } = [];

    /// <summary>The permissions boundaries it has, at most one on each path; see <see cref="PermissionsBoundaries.Set"/>.</summary>
    public List<BoundaryEntry> Boundaries { get; } = [];

    /// <summary>The paths on which code that cannot be seen may have set another boundary, or cleared it.</summary>
    public Guard BoundaryUnknown { get; set; } = Guard.Never;

    /// <summary>Who may assume it.</summary>
    public List<PolicyEntry> Trust { get; } = [];

    /// <summary>Trust policies given as documents, which may still be added to.</summary>
    public List<PolicyAttachment> TrustDocuments { get; } = [];

    /// <summary>The paths on which its trust policy is not known.</summary>
    public Guard TrustUnknown { get; set; } = Guard.Never;

    /// <summary>Permissions it may have got where the program cannot be seen.</summary>
    public List<UnknownGrant> Unknowns { get; } = [];
}

/// <summary>A statement in force on some paths.</summary>
/// <param name="Guard">The paths on which it is attached.</param>
/// <param name="Statement">The statement, which may still change until synth.</param>
/// <param name="Origin">The expression that attached it; null if CDK did so by itself.</param>
/// <param name="IsAutomatic">Whether CDK's own grant (of an image, a secret, a log driver) attached it.</param>
internal sealed record PolicyEntry(Guard Guard, StatementNode Statement, IOperation? Origin, bool IsAutomatic = false);

/// <summary>A policy document in force on some paths.</summary>
/// <param name="Guard">The paths on which it is.</param>
/// <param name="Document">The document, which may still change until synth.</param>
/// <param name="Origin">The expression that gave it.</param>
internal sealed record PolicyAttachment(Guard Guard, PolicyDocumentNode Document, IOperation? Origin);

/// <summary>A managed policy attached on some paths, by its ARN.</summary>
/// <param name="Guard">The paths on which it is attached.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Origin">The expression that attached it.</param>
internal sealed record ManagedPolicyEntry(Guard Guard, ManagedPolicyNode Policy, IOperation? Origin);

/// <summary>A permissions boundary in force on some paths.</summary>
/// <param name="Guard">The paths on which it bounds the role.</param>
/// <param name="Policy">The policy; null where it is certain that there is none.</param>
/// <param name="Depth">How deep in the construct tree the scope stands that it was applied to: the deepest wins. 0 for the role's own property.</param>
/// <param name="Origin">The expression that set it.</param>
internal sealed record BoundaryEntry(Guard Guard, ManagedPolicyNode? Policy, int Depth, IOperation? Origin);

/// <summary>Something that may have given a role permissions.</summary>
/// <param name="Guard">The paths on which it may have.</param>
/// <param name="Services">The IAM services (<c>s3</c>, <c>kms</c>) it may have given permissions of; null for any.</param>
/// <param name="Reason">What it is, as a clause.</param>
/// <param name="Origin">Where it is.</param>
internal sealed record UnknownGrant(Guard Guard, ImmutableArray<string>? Services, string Reason, IOperation? Origin);
