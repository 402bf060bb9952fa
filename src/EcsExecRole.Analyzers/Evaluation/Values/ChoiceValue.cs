using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A value that is one thing on some paths and another on others. The guards of the alternatives exclude one another.</summary>
internal sealed class ChoiceValue : Value
{
    /// <summary>More alternatives than this make the value unknown.</summary>
    private const int MaxAlternatives = 64;

    private static int overflows;

    private readonly ImmutableArray<Alternative> alternatives;

    private ChoiceValue(ImmutableArray<Alternative> alternatives) => this.alternatives = alternatives;

    public override IReadOnlyList<Alternative> Alternatives => alternatives;

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

        return Of(whenTrue.Alternatives.Select(a => a with { Guard = a.Guard & guard })
            .Concat(whenFalse.Alternatives.Select(a => a with { Guard = a.Guard & !guard })));
    }

    /// <summary>One value of the alternatives: those on no feasible path are left out, the same value is kept once.</summary>
    public static Value Of(IEnumerable<Alternative> choices)
    {
        var kept = new List<Alternative>();
        foreach (var choice in choices.SelectMany(c => c.Value is ChoiceValue nested
            ? nested.alternatives.Select(a => a with { Guard = a.Guard & c.Guard })
            : [c]))
        {
            if (!choice.Guard.IsFeasible)
            {
                continue;
            }

            var same = kept.FindIndex(k => k.Value.IsSameAs(choice.Value));
            if (same >= 0)
            {
                kept[same] = kept[same] with { Guard = kept[same].Guard | choice.Guard };
            }
            else
            {
                kept.Add(choice);
            }
        }

        return kept.Count switch
        {
            0 => ConstantValue.Null,
            1 => kept[0].Value,
            > MaxAlternatives => Overflow(kept),
            _ => new ChoiceValue([.. kept]),
        };
    }

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
        var feasible = choice.alternatives.Where(a => (a.Guard & guard).IsFeasible).ToImmutableArray();
        return feasible.Length == choice.alternatives.Length ? choice
            : feasible.Length == 1 ? feasible[0].Value
            : feasible.IsEmpty ? choice
            : new ChoiceValue(feasible);
    }

    public override string ToString() => Shown(DeepestShown);

    protected internal override string Shown(int depth) => string.Join(" | ", alternatives.Select(a => a.Value.Shown(depth) + " if " + a.Guard));

    private static UnknownValue Overflow(List<Alternative> kept) =>
        new(Condition.Determined + "overflow#" + System.Threading.Interlocked.Increment(ref overflows), "one of " + kept.Count + " values", null, "it may be one of too many values");
}
