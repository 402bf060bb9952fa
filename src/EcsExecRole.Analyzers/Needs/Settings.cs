namespace EcsExecRole.Analyzers.Needs;

/// <summary>What the user's <c>.editorconfig</c> says.</summary>
/// <param name="SufficientRoles">Members, or ARN patterns, whose roles are taken to allow all that is needed.</param>
/// <param name="PullThroughCachePrefixes">The repository prefixes of the registry's pull-through cache rules.</param>
internal sealed record Settings(ImmutableArray<string> SufficientRoles, ImmutableArray<string> PullThroughCachePrefixes)
{
    /// <summary>The prefixes that the ECR console proposes for its upstream registries.</summary>
    public static ImmutableArray<string> UsualCachePrefixes { get; } = ["ecr-public", "docker-hub", "quay", "kubernetes", "github", "gitlab"];

    public static Settings Default { get; } = new([], UsualCachePrefixes);
}
