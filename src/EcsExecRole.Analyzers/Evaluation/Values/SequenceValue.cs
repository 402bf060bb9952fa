using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>One element of a <see cref="SequenceValue"/> and the paths on which it is there.</summary>
internal readonly record struct Element(Guard Guard, Value Value);

/// <summary>An array, list, set, span or lazy sequence: the elements that are known, in order, and whether there may be more.</summary>
internal sealed class SequenceValue(string key, IEnumerable<Element> elements, Guard mayHaveMore) : Value
{
    private readonly List<Element> elements = [.. elements];

    /// <summary>The identity, under which its unknown elements are known.</summary>
    public string Key { get; } = key;

    public IReadOnlyList<Element> Elements => elements;

    /// <summary>The paths on which further elements, of which nothing is known, may be there.</summary>
    public Guard MayHaveMore { get; private set; } = mayHaveMore;

    /// <summary>Why there may be more, as a clause.</summary>
    public string? MoreReason { get; private set; }

    public void Add(Guard guard, Value value) => elements.Add(new(guard, value));

    public void Insert(int index, Guard guard, Value value) => elements.Insert(index, new(guard, value));

    /// <summary>Takes the element away on the paths of <paramref name="guard"/>.</summary>
    public void Remove(int index, Guard guard)
    {
        var rest = elements[index].Guard.Except(guard);
        if (rest.IsFeasible)
        {
            elements[index] = elements[index] with { Guard = rest };
        }
        else
        {
            elements.RemoveAt(index);
        }
    }

    public void Replace(int index, Guard guard, Value value) =>
        elements[index] = elements[index] with { Value = elements[index].Guard.Implies(guard) ? value : ChoiceValue.Of(guard, value, elements[index].Value) };

    /// <summary>From now on, on the paths of <paramref name="guard"/>, there may be elements that are not known.</summary>
    public void Open(Guard guard, string reason)
    {
        MayHaveMore |= guard;
        MoreReason ??= reason;
    }

    /// <summary>What the known elements are on the paths of <paramref name="guard"/> alone; those certainly there have the guard "always".</summary>
    public IEnumerable<Element> On(Guard guard)
    {
        foreach (var element in elements)
        {
            if (guard.Implies(element.Guard))
            {
                yield return new(Guard.Always, ChoiceValue.On(guard, element.Value));
            }
            else if ((element.Guard & guard).IsFeasible)
            {
                yield return element;
            }
        }
    }

    /// <summary>Whether on all paths of <paramref name="guard"/> exactly the known elements are there.</summary>
    public bool IsKnownOn(Guard guard) =>
        !(MayHaveMore & guard).IsFeasible && elements.All(e => guard.Implies(e.Guard) || !(e.Guard & guard).IsFeasible);

    public override string ToString() => "[" + string.Join(", ", elements.Select(e => e.Value)) + (MayHaveMore.IsNever ? "]" : ", …]");
}
