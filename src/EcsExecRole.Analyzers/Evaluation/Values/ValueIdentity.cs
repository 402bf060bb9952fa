namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Compares values by what <see cref="Value.IsSameAs"/> compares them by: constants and texts by content, the rest by identity.</summary>
internal sealed class ValueIdentity : IEqualityComparer<Value>
{
    private readonly bool ignoreCase;

    private ValueIdentity(bool ignoreCase) => this.ignoreCase = ignoreCase;

    public static ValueIdentity Exact { get; } = new(false);

    /// <summary>Strings that are known whole are the same whatever their case, as with <see cref="StringComparer.OrdinalIgnoreCase"/>.</summary>
    public static ValueIdentity IgnoreCase { get; } = new(true);

    public bool Equals(Value? x, Value? y) =>
        ignoreCase && x is ConstantValue { Content: string a } && y is ConstantValue { Content: string b }
            ? StringComparer.OrdinalIgnoreCase.Equals(a, b)
            : x is not null && y is not null && x.IsSameAs(y);

    public int GetHashCode(Value value) => value switch
    {
        ConstantValue { Content: string text } => (ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal).GetHashCode(text),
        ConstantValue constant => constant.Content?.GetHashCode() ?? 0,
        TextValue text => text.Text.GetHashCode(),
        UnknownValue unknown => unknown.Key.GetHashCode(),
        GuardValue guard => guard.WhenTrue.GetHashCode(),
        _ => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value),
    };
}
