namespace EcsExecRole.Analyzers;

/// <summary>An option of <c>.editorconfig</c>: a comma-separated list.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Expected">What an item may be, for people.</param>
/// <param name="Example">A value.</param>
/// <param name="IsValid">Whether an item can be meant.</param>
internal sealed record OptionKey(string Key, string Expected, string Example, Func<string, bool> IsValid)
{
    /// <summary>The items of a value, valid or not.</summary>
    public static IEnumerable<string> Items(string value) => value.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0);
}

/// <summary>All options, for whoever reads, checks or documents them.</summary>
internal static class OptionKeys
{
    /// <summary>What every key starts with.</summary>
    public const string Prefix = "ecs_exec_role.";

    public static readonly OptionKey SufficientRoles = new(
        Prefix + "sufficient_roles",
        "members that give a role, or ARN patterns; their roles are taken to allow all that is needed",
        "Platform.ExecutionRoles.Shared, arn:aws:iam::*:role/platform-*",
        IsRole);

    public static readonly OptionKey PullThroughCachePrefixes = new(
        Prefix + "pull_through_cache_prefixes",
        "repository prefixes of the registry's pull-through cache rules, besides the usual `ecr-public`, `docker-hub`, `quay`, `kubernetes`, `github` and `gitlab`",
        "mirror, team/upstream",
        p => IsPrefix(p.Trim('/')));

    public static readonly OptionKey FixStyle = new(
        Prefix + "fix_style",
        "which fix is offered first: `grants`, `statements` or `managed_policy`",
        "grants",
        s => s is "grants" or "statements" or "managed_policy");

    public static ImmutableArray<OptionKey> All => [SufficientRoles, PullThroughCachePrefixes, FixStyle];

    private static bool IsRole(string text) => text.StartsWith("arn:", StringComparison.Ordinal)
        ? text.Split(':').Length >= 6
        : text.Split('.').All(part => part.Length > 0 && part.All(c => char.IsLetterOrDigit(c) || c == '_'));

    // ECR: 2 to 30 characters, lower-case letters and digits, hyphens, underscores, dots and slashes between them.
    private static bool IsPrefix(string text) => text.Length is >= 2 and <= 30 && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.' or '/');
}
