namespace EcsExecRole.Analyzers.Iam.Matching;

/// <summary>The working memory of one comparison, kept by the thread for the next one: there are many, and each is short.</summary>
internal sealed class Scratch
{
    /// <summary>Longer texts than nearly all ARNs; what they needed is not kept.</summary>
    private const int Kept = 512;

    [ThreadStatic]
    private static Scratch? kept;

    private byte[] current = new byte[64];
    private byte[] next = new byte[64];

    public List<Token> Pattern { get; } = new(64);

    public List<Token> Value { get; } = new(64);

    public static Scratch Rent()
    {
        var scratch = kept ?? new();
        kept = null;
        return scratch;
    }

    public void Return()
    {
        // The holes belong to a compilation, which a thread must not keep alive.
        Pattern.Clear();
        Value.Clear();
        if (Pattern.Capacity <= Kept && Value.Capacity <= Kept && current.Length <= Kept)
        {
            kept = this;
        }
    }

    /// <summary>Two rows of zeros, one element for each place in the pattern.</summary>
    public (byte[] Current, byte[] Next) Rows()
    {
        var length = Pattern.Count + 1;
        if (current.Length < length)
        {
            (current, next) = (new byte[length * 2], new byte[length * 2]);
        }

        Array.Clear(current, 0, length);
        Array.Clear(next, 0, length);
        return (current, next);
    }
}
