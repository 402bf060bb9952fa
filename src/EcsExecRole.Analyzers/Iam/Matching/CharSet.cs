namespace EcsExecRole.Analyzers.Iam.Matching;

/// <summary>The characters that a position of a text may have: any choice of ASCII, and all of the others or none.</summary>
internal sealed class CharSet
{
    private readonly ulong low;
    private readonly ulong high;
    private readonly bool beyondAscii;

    private CharSet(ulong low, ulong high, bool beyondAscii)
    {
        this.low = low;
        this.high = high;
        this.beyondAscii = beyondAscii;
    }

    public static CharSet Any { get; } = new(ulong.MaxValue, ulong.MaxValue, true);

    public static CharSet Digit { get; } = Of("0123456789");

    public static CharSet Lower { get; } = Of("abcdefghijklmnopqrstuvwxyz");

    public static CharSet Hyphen { get; } = Of("-");

    public static CharSet LowerOrHyphen { get; } = Lower | Hyphen;

    public static CharSet Alphanumeric { get; } = Lower | Digit | Of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Everything but the separators of ARNs.</summary>
    public static CharSet NotSeparator { get; } = Any.Except(Of(":/"));

    public static CharSet operator |(CharSet left, CharSet right) =>
        new(left.low | right.low, left.high | right.high, left.beyondAscii || right.beyondAscii);

    public static CharSet Of(string characters)
    {
        var (low, high) = (0ul, 0ul);
        foreach (var c in characters)
        {
            if (c < 64)
            {
                low |= 1ul << c;
            }
            else
            {
                high |= 1ul << (c - 64);
            }
        }

        return new(low, high, false);
    }

    public bool Contains(char c) =>
        c < 64 ? (low >> c & 1) != 0 : c < 128 ? (high >> (c - 64) & 1) != 0 : beyondAscii;

    public bool Overlaps(CharSet other) =>
        (low & other.low) != 0 || (high & other.high) != 0 || (beyondAscii && other.beyondAscii);

    private CharSet Except(CharSet other) => new(low & ~other.low, high & ~other.high, beyondAscii && !other.beyondAscii);
}
