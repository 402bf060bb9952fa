using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers;

/// <summary>
/// The options of <c>.editorconfig</c>. What can't be meant (a role name with a space, a prefix that no repository can have) is left out, so that a typing error never
/// silences more than itself; <see cref="Mistakes"/> has it.
/// </summary>
internal sealed class Options(AnalyzerConfigOptionsProvider provider)
{
    private readonly ConcurrentDictionary<SyntaxTree, Settings> settings = new();

    /// <summary>The settings for the code in a file; null for code that is in none.</summary>
    public Settings For(SyntaxTree? tree) => tree is null ? Read(provider.GlobalOptions) : settings.GetOrAdd(tree, t => Read(provider.GetOptions(t)));

    /// <summary>What is not understood in the settings of these files: the option or item, and what would be; each once.</summary>
    public IEnumerable<(string Subject, string Expected)> Mistakes(IEnumerable<SyntaxTree> trees)
    {
        var all = new HashSet<(string, string)>(MistakesIn(provider.GlobalOptions));
        foreach (var tree in trees)
        {
            all.UnionWith(MistakesIn(provider.GetOptions(tree)));
        }

        return all.OrderBy(m => m.Item1, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Subject, string Expected)> MistakesIn(AnalyzerConfigOptions options)
    {
        foreach (var key in Keys(options).Where(k => k.StartsWith(OptionKeys.Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            var option = OptionKeys.All.FirstOrDefault(o => string.Equals(o.Key, key, StringComparison.OrdinalIgnoreCase));
            if (option is null)
            {
                yield return ($"Option '{key}'", "the options are " + string.Join(", ", OptionKeys.All.Select(o => o.Key)));
            }
            else if (options.TryGetValue(key, out var value))
            {
                foreach (var item in OptionKey.Items(value).Where(i => !option.IsValid(i)))
                {
                    yield return ($"'{item}' in option '{option.Key}'", "expected: " + option.Expected.Replace("`", ""));
                }
            }
        }
    }

    private static IEnumerable<string> Keys(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            // Roslyn's default for hosts with options of their own kind.
            return [];
        }
    }

    private static Settings Read(AnalyzerConfigOptions options) => new(
        [.. List(options, OptionKeys.SufficientRoles)],
        [.. Settings.UsualCachePrefixes, .. List(options, OptionKeys.PullThroughCachePrefixes).Select(p => p.Trim('/'))]);

    private static IEnumerable<string> List(AnalyzerConfigOptions options, OptionKey option) =>
        options.TryGetValue(option.Key, out var value) ? OptionKey.Items(value).Where(option.IsValid) : [];
}
