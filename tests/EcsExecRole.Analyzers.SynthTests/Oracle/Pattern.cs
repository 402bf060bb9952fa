namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>IAM's wildcards: <c>*</c> for any run of characters, <c>?</c> for exactly one.</summary>
internal static class Pattern
{
    /// <summary>Whether the pattern matches all of the text.</summary>
    public static bool Matches(string pattern, string text, bool ignoreCase = false)
    {
        if (ignoreCase)
        {
            pattern = pattern.ToLowerInvariant();
            text = text.ToLowerInvariant();
        }

        // Greedy with one point to return to: after a later '*', an earlier one never has to give more.
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].All(c => c == '*');
    }
}
