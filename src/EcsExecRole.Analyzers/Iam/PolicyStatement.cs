namespace EcsExecRole.Analyzers.Iam;

/// <summary>One test of a statement's Condition block: an operator, a key and the values, one of which has to fit.</summary>
/// <param name="Operator">As written: <c>StringEquals</c>, <c>ForAnyValue:StringLike</c>, <c>ArnLikeIfExists</c>.</param>
/// <param name="Key">As written; keys are case-insensitive.</param>
internal sealed record PolicyCondition(string Operator, string Key, TemplateList Values);

/// <summary>Whom a trust policy or a resource's policy names. Federated and canonical users are left out: ECS is neither.</summary>
/// <param name="Services">Service principals, such as <c>ecs-tasks.amazonaws.com</c>.</param>
/// <param name="Aws">ARNs of roles and users, account ARNs and bare account numbers.</param>
/// <param name="Anyone"><c>"Principal": "*"</c> or <c>{"AWS": "*"}</c>.</param>
/// <param name="MayHaveMore">Whether there may be principals of which nothing is known.</param>
internal sealed record PolicyPrincipals(TemplateList Services, TemplateList Aws, bool Anyone, bool MayHaveMore)
{
    public static PolicyPrincipals None { get; } = new(TemplateList.Empty, TemplateList.Empty, false, false);

    public static PolicyPrincipals Everyone { get; } = None with { Anyone = true };

    public static PolicyPrincipals Unknown { get; } = None with { MayHaveMore = true };

    public static PolicyPrincipals Service(params string[] services) => None with { Services = TemplateList.Of(services) };
}

/// <summary>A statement of an IAM policy. Of each pair (Actions, NotActions), (Resources, NotResources), (Principals, NotPrincipals) at most one is set.</summary>
internal sealed record PolicyStatement
{
    /// <summary>Effect Allow; else Deny. Means nothing where <see cref="EffectUnknown"/>.</summary>
    public bool IsAllow { get; init; } = true;

    public bool EffectUnknown { get; init; }

    public TemplateList? Actions { get; init; }

    public TemplateList? NotActions { get; init; }

    public TemplateList? Resources { get; init; }

    public TemplateList? NotResources { get; init; }

    /// <summary>All of these have to hold.</summary>
    public ImmutableArray<PolicyCondition> Conditions { get; init; } = [];

    /// <summary>Whether there may be conditions beyond <see cref="Conditions"/>.</summary>
    public bool ConditionsUnknown { get; init; }

    public PolicyPrincipals? Principals { get; init; }

    public PolicyPrincipals? NotPrincipals { get; init; }

    public string? Sid { get; init; }

    public static PolicyStatement Allow(TemplateList actions, TemplateList resources) => new() { Actions = actions, Resources = resources };

    public static PolicyStatement Deny(TemplateList actions, TemplateList resources) =>
        new() { IsAllow = false, Actions = actions, Resources = resources };
}
