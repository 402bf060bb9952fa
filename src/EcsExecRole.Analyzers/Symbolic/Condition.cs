namespace EcsExecRole.Analyzers.Symbolic;

/// <summary>What a <see cref="Condition"/> compares its subject with.</summary>
internal enum ConditionKind
{
    /// <summary>A test of which nothing but its identity is known.</summary>
    Opaque,

    /// <summary>The subject equals <see cref="Condition.Constant"/> (null is a constant, too).</summary>
    Equal,

    /// <summary>The subject is a number less than <see cref="Condition.Constant"/>, a <see cref="double"/>.</summary>
    Less,

    /// <summary>The subject is not null and of the type that <see cref="Condition.Constant"/> names.</summary>
    Type,
}

/// <summary>
/// A yes-or-no question about an unknown that the program asks: a flag, a comparison, a test for null. Made by <see cref="GuardSpace"/>, which
/// gives the same question the same object.
/// </summary>
internal sealed class Condition
{
    internal Condition(GuardSpace space, int order, ConditionKind kind, ImmutableArray<string> subjects, object? constant, string display)
    {
        Space = space;
        Order = order;
        Kind = kind;
        Subjects = subjects;
        Constant = constant;
        Display = display;
    }

    /// <summary>The identities of the unknowns that the answer depends on: paths separated by dots. The first is the one compared.</summary>
    public ImmutableArray<string> Subjects { get; }

    /// <summary>
    /// Marks the identity of something that the program itself determines, though it is not known here (the value of a construct that is not modelled, what a loop left
    /// behind). It can't turn out either way, as an input of the program can: a path that depends on it may not exist.
    /// </summary>
    internal const string Determined = "¿";

    /// <summary>Whether both answers are possible: the question is about inputs of the program alone.</summary>
    public bool IsInput => !Subjects.IsEmpty && Subjects.All(s => s.IndexOf(Determined, StringComparison.Ordinal) < 0);

    public ConditionKind Kind { get; }

    public object? Constant { get; }

    /// <summary>The question as the user wrote it.</summary>
    public string Display { get; }

    internal GuardSpace Space { get; }

    internal int Order { get; }

    /// <summary>Whether the two answers exclude or imply each other in a way that <see cref="GuardSpace"/> knows.</summary>
    internal bool IsUnderstoodWith(Condition other) =>
        Kind != ConditionKind.Opaque && other.Kind != ConditionKind.Opaque && Subjects[0] == other.Subjects[0]
        && (Kind != ConditionKind.Type || other.Kind != ConditionKind.Type);

    /// <summary>Whether the two questions are about the same unknown, or one about a member of the other's.</summary>
    internal bool IsRelatedTo(Condition other)
    {
        foreach (var mine in Subjects)
        {
            foreach (var theirs in other.Subjects)
            {
                if (IsPathWithin(mine, theirs) || IsPathWithin(theirs, mine))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public override string ToString() => Display;

    private static bool IsPathWithin(string path, string of) =>
        path.StartsWith(of, StringComparison.Ordinal) && (path.Length == of.Length || path[of.Length] == '.');
}
