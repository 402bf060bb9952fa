namespace EcsExecRole.Analyzers.Symbolic;

/// <summary>Identities of bounded length: what is made from unknowns, again and again, would grow without end.</summary>
internal static class Shortened
{
    private const int LongestKey = 300;

    private const int LongestDisplay = 100;

    /// <summary>A key; a long one is cut, and stays different from others by a hash.</summary>
    public static string Key(string key)
    {
        if (key.Length <= LongestKey)
        {
            return key;
        }

        var hash = 14695981039346656037UL;
        foreach (var c in key)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        // What is not an input stays none.
        var mark = key.IndexOf(Condition.Determined, StringComparison.Ordinal) < 0 ? "" : Condition.Determined;
        return mark + key.Substring(0, 80) + "~" + hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What messages show.</summary>
    public static string Display(string display) => display.Length <= LongestDisplay ? display : display.Substring(0, LongestDisplay - 1) + "…";
}
