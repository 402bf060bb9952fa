using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A value that is one thing on some paths and another on others. The guards of the alternatives exclude one another.</summary>
internal sealed class ChoiceValue : Value
{
    /// <summary>More alternatives than this make the value unknown.</summary>
    private const int MaxAlternatives = 64;

    private static int overflows;

    private ChoiceValue(ImmutableArray<Alternative> items) => Items = items;

    public ImmutableArray<Alternative> Items { get; }

    /// <summary><paramref name="whenTrue"/> on the paths of <paramref name="guard"/>, else <paramref name="whenFalse"/>.</summary>
    public static Value Of(Guard guard, Value whenTrue, Value whenFalse)
    {
        if (guard.IsAlways || whenTrue.IsSameAs(whenFalse))
        {
            return whenTrue;
        }

        if (guard.IsNever)
        {
            return whenFalse;
        }

        if (whenTrue is not ChoiceValue && whenFalse is not ChoiceValue)
        {
            return OfTwo(guard, whenTrue, whenFalse);
        }

        var kept = new List<Alternative>();
        Keep(whenTrue, guard, kept);
        Keep(whenFalse, !guard, kept);
        return Made(kept);
    }

    private static Value OfTwo(Guard guard, Value whenTrue, Value whenFalse)
    {
        var rest = !guard;
        return !guard.IsFeasible ? rest.IsFeasible ? whenFalse : ConstantValue.Null
            : !rest.IsFeasible ? whenTrue
            : new ChoiceValue([new(guard, whenTrue), new(rest, whenFalse)]);
    }

    /// <summary>One value of the alternatives: those on no feasible path are left out, the same value is kept once.</summary>
    public static Value Of(IEnumerable<Alternative> choices)
    {
        var kept = new List<Alternative>();
        foreach (var choice in choices)
        {
            Keep(choice.Value, choice.Guard, kept);
        }

        return Made(kept);
    }

    private static void Keep(Value value, Guard guard, List<Alternative> kept)
    {
        if (value is not ChoiceValue choice)
        {
            Keep(new Alternative(guard, value), kept);
            return;
        }

        foreach (var item in choice.Items)
        {
            Keep(item with { Guard = item.Guard & guard }, kept);
        }
    }

    private static void Keep(Alternative choice, List<Alternative> kept)
    {
        if (!choice.Guard.IsFeasible)
        {
            return;
        }

        for (var i = 0; i < kept.Count; i++)
        {
            if (kept[i].Value.IsSameAs(choice.Value))
            {
                kept[i] = kept[i] with { Guard = kept[i].Guard | choice.Guard };
                return;
            }
        }

        kept.Add(choice);
    }

    private static Value Made(List<Alternative> kept) => kept.Count switch
    {
        0 => ConstantValue.Null,
        1 => kept[0].Value,
        > MaxAlternatives => Overflow(kept),
        _ => new ChoiceValue([.. kept]),
    };

    /// <summary>The value as seen on <paramref name="guard"/> alone.</summary>
    public static Value On(Guard guard, Value value)
    {
        if (value is not ChoiceValue choice || guard.IsAlways)
        {
            return value;
        }

        return On(guard, choice);
    }

    private static Value On(Guard guard, ChoiceValue choice)
    {
        var (count, last) = (0, 0);
        for (var i = 0; i < choice.Items.Length; i++)
        {
            if ((choice.Items[i].Guard & guard).IsFeasible)
            {
                (count, last) = (count + 1, i);
            }
        }

        return count == 1 ? choice.Items[last].Value
            : count == 0 || count == choice.Items.Length ? choice
            : new ChoiceValue([.. choice.Items.Where(a => (a.Guard & guard).IsFeasible)]);
    }

    public override string ToString() => Shown(DeepestShown);

    protected internal override string Shown(int depth) => string.Join(" | ", Items.Select(a => a.Value.Shown(depth) + " if " + a.Guard));

    private static UnknownValue Overflow(List<Alternative> kept) =>
        new(Condition.Determined + "overflow#" + System.Threading.Interlocked.Increment(ref overflows), "one of " + kept.Count + " values", null, "it may be one of too many values");
}
