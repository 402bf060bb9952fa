using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>One element of a <see cref="SequenceValue"/> and the paths on which it is there.</summary>
internal readonly record struct Element(Guard Guard, Value Value)
{
    /// <summary>
    /// Whether it stands for any number of elements, none included, that are alike: what <c>names.Select(n => new Item(n))</c> makes of a collection whose
    /// elements are not known.
    /// </summary>
    public bool IsMany { get; init; }
}

/// <summary>An array, list, set, span or lazy sequence: the elements that are known, in order, and whether there may be more.</summary>
internal sealed class SequenceValue(UniqueKey key, IEnumerable<Element> elements, Guard mayHaveMore) : Value
{
    private readonly List<Element> elements = Bounded(elements);

    private ValueIndex? index;
    private string? spelt;
    private (Guard Guard, int Length) certain = (Guard.Always, 0);

    /// <summary>The identity, under which its unknown elements are known.</summary>
    public string Key => spelt ??= Shortened.Key(key.ToString());

    /// <summary>When it was made.</summary>
    public long Age { get; } = Evaluation.Age.Next();

    /// <summary>The type it was created with, where that matters: a set keeps its elements apart.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>What tells the elements of a set apart.</summary>
    public ValueIdentity Identity { get; init; } = ValueIdentity.Exact;

    /// <summary>Whether the order of the elements depends on what is not known.</summary>
    public bool IsShuffled { get; set; }

    /// <summary>The key that the elements have in common, where this is a group of <c>GroupBy</c> or of a lookup.</summary>
    public Value? GroupKey { get; init; }

    public IReadOnlyList<Element> Elements => elements;

    /// <summary>How many of its elements are known.</summary>
    public int Count => elements.Count;

    /// <summary>One of its known elements.</summary>
    public Element this[int index] => elements[index];

    /// <summary>The paths on which further elements, of which nothing is known, may be there.</summary>
    public Guard MayHaveMore { get; private set; } = mayHaveMore;

    /// <summary>Why there may be more, as a clause.</summary>
    public string? MoreReason { get; private set; }

    /// <summary>How often the content was changed: what was asked of it before is another question now.</summary>
    public int Version { get; private set; }

    /// <summary>Any one of the unknown elements.</summary>
    /// <param name="elementType">The static type of the elements, where it is known.</param>
    public UnknownValue SymbolicElement(ITypeSymbol? elementType) =>
        new UnknownValue(Key + "[*]", "an element of " + Key, elementType, MoreReason ?? "not all elements of the collection are known");

    public void Add(Guard guard, Value value) => Add(new Element(guard, value));

    public void Add(Element element)
    {
        Budget.AllowElements(elements.Count + 1);
        Version++;
        index?.Add(element.Value, elements.Count);
        elements.Add(element);
    }

    public void Insert(int index, Guard guard, Value value) => Insert(index, new Element(guard, value));

    public void Insert(int index, Element element)
    {
        Budget.AllowElements(elements.Count + 1);
        Changed();
        elements.Insert(index, element);
    }

    /// <summary>Takes the element away on the paths of <paramref name="guard"/>.</summary>
    /// <returns>Whether it is gone for good, and the following ones have moved up.</returns>
    public bool Remove(int index, Guard guard)
    {
        Changed();
        var rest = elements[index].Guard.Except(guard);
        if (rest.IsFeasible)
        {
            elements[index] = elements[index] with { Guard = rest };
            return false;
        }

        elements.RemoveAt(index);
        return true;
    }

    /// <summary>Takes all elements away on the paths of <paramref name="guard"/>.</summary>
    public void Clear(Guard guard)
    {
        Changed();
        var rest = elements.Select(e => e with { Guard = e.Guard.Except(guard) }).Where(e => e.Guard.IsFeasible).ToList();
        elements.Clear();
        elements.AddRange(rest);
        MayHaveMore = MayHaveMore.Except(guard);
    }

    public void Replace(int index, Guard guard, Value value)
    {
        Changed();
        elements[index] = elements[index] with { Value = elements[index].Guard.Implies(guard) ? value : ChoiceValue.Of(guard, value, elements[index].Value) };
    }

    /// <summary>Puts the same elements in another order, on every path.</summary>
    public void Reorder(IEnumerable<Element> order)
    {
        Changed();
        var all = order.ToList();
        elements.Clear();
        elements.AddRange(all);
    }

    /// <summary>From now on the order is not known.</summary>
    public void Shuffle()
    {
        Changed();
        IsShuffled = true;
    }

    /// <summary>The element is there on the paths of <paramref name="guard"/>, too.</summary>
    public void Widen(int index, Guard guard)
    {
        Version++;
        elements[index] = elements[index] with { Guard = elements[index].Guard | guard };
    }

    /// <summary>From now on, on the paths of <paramref name="guard"/>, there may be elements that are not known.</summary>
    public void Open(Guard guard, string reason)
    {
        Version++;
        MayHaveMore |= guard;
        MoreReason ??= reason;
    }

    /// <summary>Where the values stand, in a set: there is at most one place for each.</summary>
    public ValueIndex Index
    {
        get
        {
            if (index is null)
            {
                index = new(Identity);
                for (var i = 0; i < elements.Count; i++)
                {
                    index.Add(elements[i].Value, i);
                }
            }

            return index;
        }
    }

    /// <summary>Whether the first <paramref name="length"/> elements are certainly there on all paths of <paramref name="guard"/>: an index below means one of them.</summary>
    public bool IsCertainUpTo(int length, Guard guard)
    {
        if (length > elements.Count)
        {
            return false;
        }

        // Loops ask this for each index in turn.
        if (!ReferenceEquals(certain.Guard, guard))
        {
            certain = (guard, 0);
        }

        while (certain.Length < length && !elements[certain.Length].IsMany && guard.Implies(elements[certain.Length].Guard))
        {
            certain.Length++;
        }

        return certain.Length >= length;
    }

    /// <summary>What the known elements are on the paths of <paramref name="guard"/> alone; those certainly there have the guard "always".</summary>
    public IEnumerable<Element> On(Guard guard)
    {
        foreach (var element in elements)
        {
            if (guard.Implies(element.Guard))
            {
                yield return element with { Guard = Guard.Always, Value = ChoiceValue.On(guard, element.Value) };
            }
            else if ((element.Guard & guard).IsFeasible)
            {
                yield return element;
            }
        }
    }

    /// <summary>Whether on all paths of <paramref name="guard"/> exactly the known elements are there.</summary>
    public bool IsKnownOn(Guard guard) =>
        !(MayHaveMore & guard).IsFeasible && elements.All(e => (!e.IsMany && guard.Implies(e.Guard)) || !(e.Guard & guard).IsFeasible);

    public override string ToString() => Shown(DeepestShown);

    protected internal override string Shown(int depth) => depth == 0 ? "[…]"
        : "[" + string.Join(", ", elements.Take(MostShown).Select(e => e.Value.Shown(depth - 1))) + (MayHaveMore.IsNever && elements.Count <= MostShown ? "]" : ", …]");

    private static List<Element> Bounded(IEnumerable<Element> elements)
    {
        if (elements is Draft draft)
        {
            Budget.AllowElements(draft.Count);
            return draft;
        }

        var list = new List<Element>(elements is IReadOnlyCollection<Element> { Count: var count } ? count : 0);
        foreach (var element in elements)
        {
            Budget.AllowElements(list.Count + 1);
            list.Add(element);
        }

        return list;
    }

    private void Changed()
    {
        Version++;
        index = null;
        certain = (Guard.Always, 0);
    }

    /// <summary>Elements gathered for one sequence, which takes the list itself.</summary>
    public sealed class Draft(int capacity) : List<Element>(capacity);
}
