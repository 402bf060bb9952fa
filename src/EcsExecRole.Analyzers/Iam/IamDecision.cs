using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>What IAM will say to a request, by paths of the program. The three guards are disjoint and together <see cref="Guard.Always"/>.</summary>
/// <param name="Granted">Certainly allowed.</param>
/// <param name="Missing">Certainly not allowed.</param>
/// <param name="Unknown">Depends on what is not known.</param>
/// <param name="NearMisses">The statements that almost allow it where it is missing, the nearest first.</param>
internal sealed record IamDecision(Guard Granted, Guard Missing, Guard Unknown, ImmutableArray<NearMiss> NearMisses);

/// <summary>A statement that almost allows a request.</summary>
/// <param name="Explanation">Why it does not, in a few words of English that follow "because" or stand alone.</param>
internal sealed record NearMiss(PlacedStatement Statement, MissReason Reason, string Explanation);

/// <summary>Why a statement does not allow a request. In order of nearness: the first is the likeliest cause.</summary>
internal enum MissReason
{
    /// <summary>A statement denies it, which no Allow overrides.</summary>
    Deny,

    /// <summary>The role's permissions boundary, which limits what its policies allow.</summary>
    Boundary,

    /// <summary>The statement allows it, on other paths of the program.</summary>
    OtherPath,

    /// <summary><c>ecr:GetAuthorizationToken</c> or <c>fsx:DescribeFileSystems</c> on an ARN; they act on <c>*</c> only.</summary>
    TokenActionOnResource,

    /// <summary>A log group's ARN without the <c>:*</c> that stands for its streams.</summary>
    LogGroupWithoutStar,

    /// <summary>A secret's ARN followed by <c>:json-key:stage:id</c>, as a container's <c>valueFrom</c> has it.</summary>
    JsonKeyTail,

    /// <summary>A secret's ARN without the six characters that Secrets Manager appends.</summary>
    MissingSecretSuffix,

    /// <summary><c>parameter//name</c>: the parameter's name brought its own slash.</summary>
    DoubledSlash,

    /// <summary>A KMS alias; IAM compares with the key's ARN.</summary>
    AliasArn,

    /// <summary>A bucket's ARN where its objects' is asked for, or the reverse.</summary>
    BucketOrObject,

    /// <summary>A name where an ARN is asked for.</summary>
    NotAnArn,

    /// <summary>The right resource in another account or region.</summary>
    OtherAccountOrRegion,

    /// <summary>An action spelt almost so: <c>ssm:GetParameter</c> for <c>ssm:GetParameters</c>.</summary>
    WrongAction,

    /// <summary>A condition that this call can not meet.</summary>
    Condition,

    /// <summary>A service principal or account that is not the one that asks (of trust policies).</summary>
    OtherPrincipal,

    /// <summary>The right action on another resource.</summary>
    OtherResource,

    /// <summary>An AWS managed policy of which one would expect it.</summary>
    NotInManagedPolicy,

    /// <summary>Another action of the service on the right resource.</summary>
    OtherAction,
}
