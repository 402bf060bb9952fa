using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers;

/// <summary>
/// The options of <c>.editorconfig</c>: comma-separated lists. What can't be meant (an empty item, a role name with a space, a prefix that no repository can have) is
/// left out, so that a typing error never silences more than itself.
/// </summary>
internal sealed class Options(AnalyzerConfigOptionsProvider provider)
{
    public const string SufficientRoles = "ecs_exec_role.sufficient_roles";

    public const string PullThroughCachePrefixes = "ecs_exec_role.pull_through_cache_prefixes";

    private readonly ConcurrentDictionary<SyntaxTree, Settings> settings = new();

    /// <summary>The settings for the code in a file; null for code that is in none.</summary>
    public Settings For(SyntaxTree? tree) => tree is null ? Read(provider.GlobalOptions) : settings.GetOrAdd(tree, t => Read(provider.GetOptions(t)));

    private static Settings Read(AnalyzerConfigOptions options) => new(
        [.. List(options, SufficientRoles).Where(IsRole)],
        [.. Settings.UsualCachePrefixes, .. List(options, PullThroughCachePrefixes).Select(p => p.Trim('/')).Where(IsPrefix)]);

    private static IEnumerable<string> List(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) ? value.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0) : [];

    private static bool IsRole(string text) => text.StartsWith("arn:", StringComparison.Ordinal)
        ? text.Split(':').Length >= 6
        : text.Split('.').All(part => part.Length > 0 && part.All(c => char.IsLetterOrDigit(c) || c == '_'));

    // ECR: 2 to 30 characters, lower-case letters and digits, hyphens, underscores, dots and slashes between them.
    private static bool IsPrefix(string text) => text.Length is >= 2 and <= 30 && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.' or '/');
}
