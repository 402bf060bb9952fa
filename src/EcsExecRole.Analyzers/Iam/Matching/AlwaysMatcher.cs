namespace EcsExecRole.Analyzers.Iam.Matching;

/// <summary>
/// Whether a pattern matches a value whatever fills the holes. Each step of a hole is taken as one unknown letter, which only <c>*</c>, <c>?</c>
/// (where it is one character) and the same step of the same hole are sure to match; so the value is a single word, and the pattern an automaton
/// that reads it in steps of the pattern times steps of the value.
/// </summary>
internal static class AlwaysMatcher
{
    /// <summary>A place in the pattern that has been reached.</summary>
    private const byte Reached = 1;

    public static bool Matches(Scratch scratch)
    {
        var (pattern, value) = (scratch.Pattern, scratch.Value);
        var (current, next) = scratch.Rows();
        current[0] = Reached;
        PassStars(pattern, current);
        foreach (var letter in value)
        {
            Array.Clear(next, 0, pattern.Count + 1);
            if (!Read(letter, pattern, current, next))
            {
                return false;
            }

            PassStars(pattern, next);
            (current, next) = (next, current);
        }

        return current[pattern.Count] == Reached;
    }

    /// <summary>Moves on by one letter; false if there is nowhere to go.</summary>
    private static bool Read(Token letter, List<Token> pattern, byte[] current, byte[] next)
    {
        var alive = false;
        for (var i = 0; i < pattern.Count; i++)
        {
            if (current[i] != Reached)
            {
                continue;
            }

            if (IsBeforeStar(pattern, i))
            {
                next[i] = Reached;
                alive = true;
            }

            if (Takes(pattern[i], letter))
            {
                next[i + 1] = Reached;
                alive = true;
            }
        }

        return alive;
    }

    /// <summary>
    /// Whether the step is a wildcard of a run that ends in <c>*</c>, where any letter can be passed over: <c>?*</c> is "at least one character",
    /// which need not be the first.
    /// </summary>
    private static bool IsBeforeStar(List<Token> pattern, int i)
    {
        while (i < pattern.Count && pattern[i].IsWildcard && !pattern[i].IsStar)
        {
            i++;
        }

        return i < pattern.Count && pattern[i].IsStar;
    }

    private static bool Takes(Token step, Token letter) =>
        (step.IsWildcard && (step.IsStar || letter.Kind != TokenKind.Many))
        || (step.Kind == TokenKind.Literal && letter.Kind == TokenKind.Literal && step.Character == letter.Character)
        || step.IsSameStep(letter);

    private static void PassStars(List<Token> pattern, byte[] reached)
    {
        for (var i = 0; i < pattern.Count; i++)
        {
            if (reached[i] == Reached && pattern[i].IsStar)
            {
                reached[i + 1] = Reached;
            }
        }
    }
}
