namespace EcsExecRole.Analyzers.Iam.Matching;

/// <summary>
/// Whether a pattern matches a value for something that may fill the holes: whether the two sets of texts meet. Text that CloudFormation generates
/// equals none that a program spells out, so a generated part has to be met, somewhere, by a wildcard, an unknown text or itself.
/// </summary>
/// <remarks>
/// Walks the pairs (step of the pattern, step of the value) row by row. Of each pair it keeps under which of four states it was reached: whether the
/// value's generated text that it is in was met so (1), and the pattern's (2). Bit n of a mask stands for state n.
/// </remarks>
internal static class SometimesMatcher
{
    private const int Start = 0b0001;

    public static bool Matches(Scratch scratch)
    {
        var (pattern, value) = (scratch.Pattern, scratch.Value);
        var (current, next) = scratch.Rows();
        current[0] = Start;
        for (var j = 0; j <= value.Count; j++)
        {
            Array.Clear(next, 0, pattern.Count + 1);
            var alive = false;
            for (var i = 0; i <= pattern.Count; i++)
            {
                if (current[i] != 0)
                {
                    alive = true;
                    Step(pattern, i, value, j, current, next);
                }
            }

            if (!alive)
            {
                return false;
            }

            if (j < value.Count)
            {
                (current, next) = (next, current);
            }
        }

        return current[pattern.Count] != 0;
    }

    private static void Step(List<Token> pattern, int i, List<Token> value, int j, byte[] current, byte[] next)
    {
        var (hasPattern, hasValue) = (i < pattern.Count, j < value.Count);
        if (hasPattern && hasValue && pattern[i].Overlaps(value[j]))
        {
            var (p, v) = (pattern[i], value[j]);
            int after = current[i];
            after = v.IsGenerated && p.MayCover(v) ? MeetValue(after) : after;
            after = p.IsGenerated && v.MayCover(p) ? MeetPattern(after) : after;
            var row = v.Kind == TokenKind.Many ? current : next;
            row[p.Kind == TokenKind.Many ? i : i + 1] |= (byte)after;
        }

        if (hasPattern && pattern[i].Kind == TokenKind.Many)
        {
            current[i + 1] |= (byte)(pattern[i].EndsGenerated ? LeavePattern(current[i]) : current[i]);
        }

        if (hasValue && value[j].Kind == TokenKind.Many)
        {
            next[i] |= (byte)(value[j].EndsGenerated ? LeaveValue(current[i]) : current[i]);
        }
    }

    private static int MeetValue(int states) => ((states & 0b0101) << 1) | (states & 0b1010);

    private static int MeetPattern(int states) => ((states & 0b0011) << 2) | (states & 0b1100);

    private static int LeaveValue(int states) => (states & 0b1010) >> 1;

    private static int LeavePattern(int states) => (states & 0b1100) >> 2;
}
