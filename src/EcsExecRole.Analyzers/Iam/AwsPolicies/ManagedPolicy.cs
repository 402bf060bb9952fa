using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>A policy that AWS owns, <c>arn:aws:iam::aws:policy/PATH NAME</c>.</summary>
/// <param name="Name">Without the path: <c>AmazonECSTaskExecutionRolePolicy</c>.</param>
/// <param name="Path">Empty, or the folder that its ARN has in front of the name: <c>service-role/</c>, <c>job-function/</c>.</param>
/// <param name="Statements">
/// Its statements as far as they concern what ECS asks for or show what kind of policy it is; default where the contents are not known.
/// </param>
/// <param name="Topics">The services whose permissions its name promises; <c>*</c> for all.</param>
internal sealed record ManagedPolicy(string Name, string Path, ImmutableArray<PolicyStatement> Statements, ImmutableArray<string> Topics)
{
    /// <summary>Whether <see cref="Statements"/> are known. If not, the policy may allow anything.</summary>
    public bool IsContentKnown => !Statements.IsDefault;

    /// <summary>The name as <c>ManagedPolicy.FromAwsManagedPolicyName</c> wants it.</summary>
    public string PathAndName => Path + Name;

    /// <summary>The statements, placed where the policy is attached.</summary>
    public IEnumerable<PlacedStatement> Place(Guard guard, object? origin) =>
        IsContentKnown ? Statements.Select(s => new PlacedStatement(s, guard, origin) { ManagedPolicy = Name }) : [];
}

/// <summary>What an ARN or name of a managed policy stands for.</summary>
internal enum ManagedPolicyKind
{
    /// <summary>Not enough of the ARN is known; it may be any policy.</summary>
    Unknown,

    /// <summary>The AWS policy in <see cref="ManagedPolicyLookup.Policy"/>.</summary>
    Known,

    /// <summary>An AWS policy that the table does not have; it may allow anything.</summary>
    OtherAws,

    /// <summary>No such AWS policy; the one of this name, <see cref="ManagedPolicyLookup.Policy"/>, has another path.</summary>
    WrongPath,

    /// <summary>A policy of the customer's account.</summary>
    Customer,

    /// <summary>A policy of the customer's account with the name of the AWS policy in <see cref="ManagedPolicyLookup.Policy"/>, which it is not.</summary>
    CustomerNamedLikeAws,
}

/// <summary>The answer to "which managed policy is this?".</summary>
internal readonly record struct ManagedPolicyLookup(ManagedPolicyKind Kind, ManagedPolicy? Policy);
