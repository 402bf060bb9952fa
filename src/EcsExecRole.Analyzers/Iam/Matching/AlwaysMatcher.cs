namespace EcsExecRole.Analyzers.Iam.Matching;

/// <summary>
/// Whether a pattern matches a value whatever fills the holes. Each step of a hole is taken as one unknown letter, which only <c>*</c>, <c>?</c>
/// (where it is one character) and the same step of the same hole are sure to match; so the value is a single word, and the pattern an automaton
/// that reads it in steps of the pattern times steps of the value.
/// </summary>
internal static class AlwaysMatcher
{
    public static bool Matches(List<Token> pattern, List<Token> value)
    {
        var (current, next, stays) = (new bool[pattern.Count + 1], new bool[pattern.Count + 1], Stays(pattern));
        current[0] = true;
        PassStars(pattern, current);
        foreach (var letter in value)
        {
            Array.Clear(next, 0, next.Length);
            var alive = false;
            for (var i = 0; i < pattern.Count; i++)
            {
                if (current[i] && stays[i])
                {
                    next[i] = alive = true;
                }

                if (current[i] && Takes(pattern[i], letter))
                {
                    next[i + 1] = alive = true;
                }
            }

            if (!alive)
            {
                return false;
            }

            PassStars(pattern, next);
            (current, next) = (next, current);
        }

        return current[pattern.Count];
    }

    private static bool Takes(Token step, Token letter) =>
        (step.IsWildcard && (step.IsStar || letter.Kind != TokenKind.Many))
        || (step.Kind == TokenKind.Literal && letter.Kind == TokenKind.Literal && step.Character == letter.Character)
        || step.IsSameStep(letter);

    /// <summary>
    /// The steps at which any letter can be passed over: each wildcard of a run that ends in <c>*</c>. (<c>?*</c> is "at least one character",
    /// which need not be the first one.)
    /// </summary>
    private static bool[] Stays(List<Token> pattern)
    {
        var stays = new bool[pattern.Count];
        for (int start = 0, end; start < pattern.Count; start = end + 1)
        {
            var star = false;
            for (end = start; end < pattern.Count && pattern[end].IsWildcard; end++)
            {
                star |= pattern[end].IsStar;
            }

            for (var i = start; i < end; i++)
            {
                stays[i] = star;
            }
        }

        return stays;
    }

    private static void PassStars(List<Token> pattern, bool[] reached)
    {
        for (var i = 0; i < pattern.Count; i++)
        {
            reached[i + 1] |= reached[i] && pattern[i].IsStar;
        }
    }
}
