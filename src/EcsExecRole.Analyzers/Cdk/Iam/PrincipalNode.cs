using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

internal enum PrincipalType
{
    Service,

    /// <summary>An ARN, an account, or <c>*</c>.</summary>
    Aws,

    /// <summary>Federated or canonical: ECS is neither.</summary>
    Other,

    Unknown,
}

/// <summary>One principal of a principal's policy fragment.</summary>
/// <param name="Guard">The paths on which it is part of it.</param>
/// <param name="Name">The service's name or the ARN.</param>
/// <param name="Actions">What a trust policy allows it: <c>sts:AssumeRole</c>, …</param>
/// <param name="Conditions">The conditions it brings along.</param>
/// <param name="ConditionsUnknown">The paths on which it may bring others.</param>
internal sealed record PrincipalPart(
    Guard Guard,
    PrincipalType Type,
    Template Name,
    ImmutableArray<string> Actions,
    ImmutableArray<(Guard Guard, PolicyCondition Condition)> Conditions,
    Guard ConditionsUnknown);

/// <summary>An <c>IPrincipal</c> that is not a role: whom a trust or resource policy names.</summary>
internal sealed class PrincipalNode(string key, IOperation? origin, Guard birth) : Node(key, origin, birth)
{
    public List<PrincipalPart> Parts { get; } = [];

    /// <summary>The principal that it decorates and whose policy grants to it go to; null where there is none.</summary>
    public Value? Wraps { get; set; }
}
