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
        var (current, next) = (new bool[pattern.Count + 1], new bool[pattern.Count + 1]);
        current[0] = true;
        PassStars(pattern, current);
        foreach (var letter in value)
        {
            Array.Clear(next, 0, next.Length);
            var alive = false;
            for (var i = 0; i < pattern.Count; i++)
            {
                if (current[i] && Takes(pattern[i], letter))
                {
                    next[pattern[i].IsStar ? i : i + 1] = alive = true;
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
        step.IsStar
        || (step.IsWildcard && letter.Kind != TokenKind.Many)
        || (step.Kind == TokenKind.Literal && letter.Kind == TokenKind.Literal && step.Character == letter.Character)
        || step.IsSameStep(letter);

    private static void PassStars(List<Token> pattern, bool[] reached)
    {
        for (var i = 0; i < pattern.Count; i++)
        {
            reached[i + 1] |= reached[i] && pattern[i].IsStar;
        }
    }
}
