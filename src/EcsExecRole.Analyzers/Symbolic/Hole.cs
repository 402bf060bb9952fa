namespace EcsExecRole.Analyzers.Symbolic;

/// <summary>What is known of the text that fills a <see cref="Hole"/>.</summary>
internal enum HoleKind
{
    /// <summary>Any text at all, the empty one included.</summary>
    Any,

    /// <summary>An AWS partition: <c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>.</summary>
    Partition,

    /// <summary>An AWS region code.</summary>
    Region,

    /// <summary>A twelve-digit account number.</summary>
    Account,

    /// <summary>
    /// A name or an identifier that CloudFormation makes up at deployment. Two of them with different keys are different, and no text that
    /// a program spells out equals one.
    /// </summary>
    Generated,

    /// <summary>The six characters that Secrets Manager appends, after a hyphen, to a secret's name in its ARN.</summary>
    SecretSuffix,
}

/// <summary>A part of a text that is not known before deployment (or at all). Holes with the same key are filled with the same text.</summary>
/// <param name="Key">The identity of what fills the hole.</param>
/// <param name="Kind">What is known of the text.</param>
/// <param name="Display">How to name the hole in a message, without braces.</param>
internal sealed record Hole(string Key, HoleKind Kind, string Display)
{
    public string Key { get; } = Shortened.Key(Key);

    public string Display { get; } = Shortened.Display(Display);

    public bool Equals(Hole? other) => other is not null && Key == other.Key && Kind == other.Kind;

    public override int GetHashCode() => Key.GetHashCode();

    public override string ToString() => "${" + Display + "}";
}
