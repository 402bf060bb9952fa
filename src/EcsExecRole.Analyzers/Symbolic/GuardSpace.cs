using System.Runtime.CompilerServices;

namespace EcsExecRole.Analyzers.Symbolic;

/// <summary>
/// Makes the conditions and guards of one evaluation. Thread-safe: one evaluation runs on one thread, but what it made is judged by several.
/// </summary>
internal sealed class GuardSpace
{
    /// <summary>More nodes than a program written by people needs; beyond it, <see cref="GuardBudgetException"/>.</summary>
    private const int MaxNodes = 200_000;

    /// <summary>Also the greatest depth of a guard, and so of the recursion over one, which small stacks do not hold.</summary>
    private const int MaxConditions = 2_000;

    /// <summary>Nodes visited in search of a path. Beyond it, a guard is taken to be feasible, but no path of it is shown.</summary>
    private const int MaxVisits = 20_000;

    /// <summary>Combinations of guards and visits in search of a path, in one run.</summary>
    public const int WorkOfOneRun = 1_000_000;

    private readonly object gate = new();

    /// <summary>How many of these there may be; beyond it, <see cref="GuardBudgetException"/>.</summary>
    public int MaxWork { get; init; } = WorkOfOneRun;

    /// <summary>How many of these there were.</summary>
    public int Work { get; private set; }

    private readonly Dictionary<(ConditionKind, string, object?), Condition> conditions = new();
    private readonly Dictionary<(Condition, Guard, Guard), Guard> nodes = new();
    private readonly Dictionary<(Guard, Guard), Guard> ands = new();
    private readonly Dictionary<Guard, Guard> nots = new();
    private readonly Dictionary<Guard, bool> feasible = new();

    /// <summary>The paths on which <paramref name="subject"/> equals <paramref name="constant"/>.</summary>
    public Guard Equal(string subject, object? constant, string display) => Make(ConditionKind.Equal, subject, [subject], constant, display);

    /// <summary>The paths on which the number <paramref name="subject"/> is less than <paramref name="constant"/>.</summary>
    public Guard Less(string subject, double constant, string display) => Make(ConditionKind.Less, subject, [subject], constant, display);

    /// <summary>The paths on which <paramref name="subject"/> is of a type (and so not null).</summary>
    /// <param name="subject">The identity of what is tested.</param>
    /// <param name="type">The type's full name; <c>string</c> for <see cref="string"/>.</param>
    /// <param name="display">The question as the user wrote it.</param>
    public Guard IsType(string subject, string type, string display) => Make(ConditionKind.Type, subject, [subject], type, display);

    /// <summary>The paths on which the test called <paramref name="key"/> succeeds; it depends on <paramref name="subjects"/>.</summary>
    public Guard Opaque(string key, ImmutableArray<string> subjects, string display) => Make(ConditionKind.Opaque, key, subjects, null, display);

    internal Guard And(Guard left, Guard right)
    {
        if (left.IsNever || right.IsNever)
        {
            return Guard.Never;
        }

        if (left.IsAlways || ReferenceEquals(left, right))
        {
            return right;
        }

        if (right.IsAlways)
        {
            return left;
        }

        if (left.Condition.Order > right.Condition.Order)
        {
            (left, right) = (right, left);
        }

        lock (gate)
        {
            return Conjunction(left, right);
        }
    }

    private Guard Conjunction(Guard left, Guard right)
    {
        if (!ands.TryGetValue((left, right), out var result))
        {
            Charge();
            RuntimeHelpers.EnsureSufficientExecutionStack();
            var top = left.Condition;
            var same = ReferenceEquals(top, right.Condition);
            result = Node(
                top,
                And(left.WhenTrue, same ? right.WhenTrue : right),
                And(left.WhenFalse, same ? right.WhenFalse : right));
            ands.Add((left, right), result);
        }

        return result;
    }

    internal Guard Not(Guard guard)
    {
        if (guard.IsConstant)
        {
            return guard.IsAlways ? Guard.Never : Guard.Always;
        }

        lock (gate)
        {
            return Negation(guard);
        }
    }

    private Guard Negation(Guard guard)
    {
        if (!nots.TryGetValue(guard, out var result))
        {
            Charge();
            RuntimeHelpers.EnsureSufficientExecutionStack();
            result = Node(guard.Condition, Not(guard.WhenTrue), Not(guard.WhenFalse));
            nots[guard] = result;
            nots[result] = guard;
        }

        return result;
    }

    internal bool IsFeasible(Guard guard)
    {
        // A single condition may hold, and may not.
        if (guard.WhenTrue.IsConstant && guard.WhenFalse.IsConstant)
        {
            return true;
        }

        lock (gate)
        {
            if (!feasible.TryGetValue(guard, out var result))
            {
                feasible.Add(guard, result = HasPath(guard));
            }

            return result;
        }
    }

    private bool HasPath(Guard guard)
    {
        var visits = 0;
        return Paths(guard, length => Visit(ref visits, length)).Any() || visits > MaxVisits;
    }

    private int Visit(ref int visits, int length)
    {
        // An answer is compared with all before it.
        Charge(1 + (length / 16));
        return ++visits;
    }

    private void Charge(int amount = 1)
    {
        if ((Work += amount) > MaxWork)
        {
            throw new GuardBudgetException();
        }
    }

    internal IEnumerable<GuardPath> Paths(Guard guard)
    {
        var visits = 0;
        return Paths(guard, _ => ++visits);
    }

    private static IEnumerable<GuardPath> Paths(Guard guard, Func<int, int> visit)
    {
        var stack = new Stack<(Guard Node, ImmutableArray<KeyValuePair<Condition, bool>> Answers)>();
        stack.Push((guard, []));
        while (stack.Count > 0 && visit(stack.Peek().Answers.Length) <= MaxVisits)
        {
            var (node, answers) = stack.Pop();
            if (node.IsAlways)
            {
                yield return new GuardPath(answers);
            }
            else if (!node.IsNever)
            {
                Push(node.WhenFalse, node.Condition, false);
                Push(node.WhenTrue, node.Condition, true);
            }

            void Push(Guard next, Condition condition, bool answer)
            {
                if (!next.IsNever && AllAgree(answers, condition, answer))
                {
                    stack.Push((next, answers.Add(new(condition, answer))));
                }
            }
        }
    }

    private static bool AllAgree(ImmutableArray<KeyValuePair<Condition, bool>> answers, Condition condition, bool answer)
    {
        foreach (var given in answers)
        {
            if (!Agree(given.Key, given.Value, condition, answer))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two answers can both be given: a subject has one value, and numbers are ordered.</summary>
    private static bool Agree(Condition a, bool aHolds, Condition b, bool bHolds)
    {
        if (!a.IsUnderstoodWith(b))
        {
            return true;
        }

        return (a.Kind, b.Kind) switch
        {
            (ConditionKind.Equal, ConditionKind.Equal) => EqualAgree(a, aHolds, b, bHolds),
            (ConditionKind.Less, ConditionKind.Less) => LessAgree((double)a.Constant!, aHolds, (double)b.Constant!, bHolds),
            (ConditionKind.Type, _) => TypeAgree(a, aHolds, b, bHolds),
            (_, ConditionKind.Type) => TypeAgree(b, bHolds, a, aHolds),
            (ConditionKind.Equal, _) => EqualLessAgree(a, aHolds, b, bHolds),
            _ => EqualLessAgree(b, bHolds, a, aHolds),
        };
    }

    private static bool EqualAgree(Condition a, bool aHolds, Condition b, bool bHolds) =>
        // Different constants exclude each other; true and false moreover leave no third value.
        (!aHolds || !bHolds) && (aHolds || bHolds || !(a.Constant is bool && b.Constant is bool));

    private static bool LessAgree(double a, bool belowA, double b, bool belowB) =>
        !(belowA && !belowB && a <= b) && !(belowB && !belowA && b <= a);

    /// <summary>What equals null is of no type; what equals a string is a string; what is compared with a number in order is not null.</summary>
    private static bool TypeAgree(Condition type, bool isOfType, Condition other, bool holds) => (other.Kind, other.Constant) switch
    {
        _ when !holds => true,
        (ConditionKind.Equal, null) => !isOfType,
        (ConditionKind.Equal, string) => isOfType == (type.Constant is "string"),
        _ => true,
    };

    private static bool EqualLessAgree(Condition equal, bool holds, Condition less, bool below)
    {
        if (!holds)
        {
            return true;
        }

        // null compares false with every number.
        return equal.Constant is null ? !below : equal.Constant is not double number || number < (double)less.Constant! == below;
    }

    private Guard Make(ConditionKind kind, string key, ImmutableArray<string> subjects, object? constant, string display)
    {
        lock (gate)
        {
            return Node(ConditionOf(kind, key, subjects, constant, display), Guard.Always, Guard.Never);
        }
    }

    private Condition ConditionOf(ConditionKind kind, string key, ImmutableArray<string> subjects, object? constant, string display)
    {
        if (!conditions.TryGetValue((kind, key, constant), out var condition))
        {
            if (conditions.Count >= MaxConditions)
            {
                throw new GuardBudgetException();
            }

            condition = new(this, conditions.Count, kind, subjects, constant, display);
            conditions.Add((kind, key, constant), condition);
        }

        return condition;
    }

    private Guard Node(Condition condition, Guard whenTrue, Guard whenFalse)
    {
        if (ReferenceEquals(whenTrue, whenFalse))
        {
            return whenTrue;
        }

        if (!nodes.TryGetValue((condition, whenTrue, whenFalse), out var node))
        {
            if (nodes.Count >= MaxNodes)
            {
                throw new GuardBudgetException();
            }

            node = new(condition, whenTrue, whenFalse);
            nodes.Add((condition, whenTrue, whenFalse), node);
        }

        return node;
    }
}

/// <summary>The conditions of one program combine in more ways than are followed.</summary>
internal sealed class GuardBudgetException : Exception;
