using EcsExecRole.Analyzers.Iam.Matching;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam.Documents;

/// <summary>What a role that is managed elsewhere is allowed, as a file says.</summary>
/// <param name="Arn">Its ARN, which may have wildcards; null where it goes by its name.</param>
/// <param name="Name">Its name, without a path, which may have wildcards; null where it goes by its ARN.</param>
/// <param name="Statements">Those of its inline policies, and of the customer's managed policies that the file has.</param>
/// <param name="ManagedPolicies">The ARNs of its other managed policies.</param>
internal sealed record RoleDescription(string? Arn, string? Name, ImmutableArray<PolicyStatement> Statements, ImmutableArray<string> ManagedPolicies)
{
    /// <summary>Its trust policy; default where the file does not tell.</summary>
    public ImmutableArray<PolicyStatement> Trust { get; init; }

    /// <summary>The ARN of its permissions boundary; null for none.</summary>
    public string? BoundaryArn { get; init; }

    /// <summary>The statements of that boundary; default where the file does not have them.</summary>
    public ImmutableArray<PolicyStatement> Boundary { get; init; }

    /// <summary>How exactly it names roles: of several that match, the most exact counts.</summary>
    public int Exactness => (Arn ?? Name)!.Count(c => c is not ('*' or '?')) + (Arn is null ? 0 : 1000);

    /// <summary>Whether it certainly is the role of that ARN or name.</summary>
    /// <param name="arn">Null where it is not known.</param>
    /// <param name="name">The last part of the ARN; null where it is not known.</param>
    public bool Matches(Template? arn, Template? name) => Arn is not null
        ? arn is not null && TemplateMatcher.Covers(Arn, arn) == Ternary.Yes
        : name is not null && TemplateMatcher.Covers(Name!, name) == Ternary.Yes;
}
