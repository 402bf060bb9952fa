namespace EcsExecRole.Analyzers.Symbolic;

/// <summary>
/// The paths of the program on which something holds: a Boolean function of <see cref="Condition"/>s, kept as a reduced ordered binary decision
/// diagram, so that equal functions are the same object and "covers" is a cheap question.
/// </summary>
internal sealed class Guard
{
    private Guard()
    {
        Condition = null!;
        WhenTrue = WhenFalse = this;
    }

    internal Guard(Condition condition, Guard whenTrue, Guard whenFalse)
    {
        Condition = condition;
        WhenTrue = whenTrue;
        WhenFalse = whenFalse;
    }

    /// <summary>Every path.</summary>
    public static Guard Always { get; } = new();

    /// <summary>No path.</summary>
    public static Guard Never { get; } = new();

    public bool IsAlways => ReferenceEquals(this, Always);

    public bool IsNever => ReferenceEquals(this, Never);

    internal Condition Condition { get; }

    internal Guard WhenTrue { get; }

    internal Guard WhenFalse { get; }

    internal bool IsConstant => Condition is null;

    public static Guard operator &(Guard left, Guard right) =>
        left.IsNever || right.IsNever ? Never
        : left.IsAlways || ReferenceEquals(left, right) ? right
        : right.IsAlways ? left
        : left.Condition.Space.And(left, right);

    public static Guard operator |(Guard left, Guard right) => !(!left & !right);

    public static Guard operator !(Guard guard) => guard.IsAlways ? Never : guard.IsNever ? Always : guard.Condition.Space.Not(guard);

    /// <summary>The part of this guard outside <paramref name="other"/>.</summary>
    public Guard Except(Guard other) => this & !other;

    /// <summary>Whether every feasible path of this guard is a path of <paramref name="other"/>.</summary>
    public bool Implies(Guard other) => ReferenceEquals(this, other) || other.IsAlways || !Except(other).IsFeasible;

    /// <summary>Whether some path exists: some set of answers to the conditions that do not contradict one another.</summary>
    public bool IsFeasible => IsAlways || (!IsNever && Condition.Space.IsFeasible(this));

    /// <summary>Paths of this guard, each as few conditions as tell it; at most <paramref name="limit"/> of them. Infeasible ones are left out.</summary>
    public IEnumerable<GuardPath> Paths(int limit = 64)
    {
        if (IsAlways)
        {
            return [GuardPath.Empty];
        }

        return IsNever ? [] : Condition.Space.Paths(this).Take(limit);
    }

    public override string ToString() =>
        IsAlways ? "always" : IsNever ? "never" : string.Join(" or ", Paths(4).Select(p => p.ToString()));
}
