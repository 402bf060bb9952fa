using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>An <c>IAM.PolicyDocument</c>, or the statements of an <c>IAM.Policy</c>: statements that may still be added to.</summary>
internal class PolicyDocumentNode(string key, IOperation? origin, Guard birth) : Node(key, origin, birth)
{
    public List<PolicyEntry> Statements { get; } = [];

    /// <summary>The paths on which it may hold statements that are not known.</summary>
    public Guard MayHaveMore { get; set; } = Guard.Never;

    /// <summary>Why.</summary>
    public string? MoreReason { get; set; }
}

/// <summary>A policy that is attached to roles: by the role, or by its name, which reaches imported roles, too.</summary>
internal abstract class AttachablePolicyNode(string key, IOperation? origin, Guard birth) : PolicyDocumentNode(key, origin, birth)
{
    /// <summary>Documents given to it, whose statements it has besides its own.</summary>
    public List<PolicyAttachment> Documents { get; } = [];

    public List<(Guard Guard, RoleNode Role, IOperation? Origin)> Roles { get; } = [];

    /// <summary>Roles given by name (L1).</summary>
    public List<(Guard Guard, Template Name, IOperation? Origin)> RoleNames { get; } = [];

    /// <summary>The paths on which it may be attached to roles that are not known.</summary>
    public Guard MayHaveMoreRoles { get; set; } = Guard.Never;
}

/// <summary>An <c>IAM.Policy</c>, <c>CfnPolicy</c> or <c>CfnRolePolicy</c>.</summary>
internal sealed class InlinePolicyNode(string key, IOperation? origin, Guard birth) : AttachablePolicyNode(key, origin, birth);

/// <summary>A managed policy: AWS's, a customer's known by name only, or one that the program defines.</summary>
internal sealed class ManagedPolicyNode(string key, IOperation? origin, Guard birth) : AttachablePolicyNode(key, origin, birth)
{
    public Template? Arn { get; set; }

    /// <summary>Whether the program defines it (<c>new ManagedPolicy</c>, <c>CfnManagedPolicy</c>), so that its statements are those here.</summary>
    public bool IsDefinedHere { get; set; }

    /// <summary>The literal or expression that names the policy, where it is a name or ARN: what EER2004 points at.</summary>
    public IOperation? NameOperation { get; set; }
}
