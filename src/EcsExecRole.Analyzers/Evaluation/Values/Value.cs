using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// What an expression yields at compile time: a constant, a text with holes, an object of the heap, a function, a choice among a few, or an
/// unknown with an identity. Values are immutable but for what objects and collections hold.
/// </summary>
internal abstract class Value
{
    /// <summary>The alternatives with the paths on which each is taken: just this value on every path, unless it is a <see cref="ChoiceValue"/>.</summary>
    public Alternatives Alternatives => new(this);

    /// <summary>Whether this is certainly the null reference.</summary>
    public virtual bool IsNull => false;

    /// <summary>The text this value is or would print as, with a hole where it is not known; null where it has no text (a list, an object).</summary>
    public virtual Template? Text => null;

    /// <summary>The same value, told by identity for objects and by content for constants and texts.</summary>
    public virtual bool IsSameAs(Value other) => ReferenceEquals(this, other);

    /// <summary>How many elements of a collection <see cref="Shown"/> shows, and how deep.</summary>
    protected const int MostShown = 32, DeepestShown = 3;

    /// <summary>The value for messages; a collection may hold itself.</summary>
    /// <param name="depth">How many levels of collections to show.</param>
    protected internal virtual string Shown(int depth) => ToString() ?? "";
}

/// <summary>One of the values that a <see cref="ChoiceValue"/> may be.</summary>
/// <param name="Guard">The paths on which it is this one.</param>
/// <param name="Value">Never a <see cref="ChoiceValue"/>.</param>
internal readonly record struct Alternative(Guard Guard, Value Value);
