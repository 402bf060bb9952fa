using System.Collections.Concurrent;

namespace EcsExecRole.Analyzers.Symbolic;

/// <summary>The templates of the texts that the analyzer itself spells out, each made once.</summary>
internal static class OwnTexts
{
    /// <summary>More than there are; what a program spells may come here, too, and must not pile up.</summary>
    private const int Most = 1_000;

    private static readonly ConcurrentDictionary<string, Template> Known = new(StringComparer.Ordinal);

    private static int count;

    public static Template Of(string text)
    {
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        var template = Template.Of(text);
        if (count < Most && Known.TryAdd(text, template))
        {
            System.Threading.Interlocked.Increment(ref count);
        }

        return template;
    }
}
