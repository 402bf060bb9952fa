using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>One entry of a <see cref="DictionaryValue"/> and the paths on which it is there.</summary>
internal readonly record struct Entry(Guard Guard, Value Key, Value Value)
{
    /// <summary>Whether it stands for any number of entries, none included, that are alike.</summary>
    public bool IsMany { get; init; }
}

/// <summary>A dictionary: the entries that are known, in order, and whether there may be more.</summary>
internal sealed class DictionaryValue : Value
{
    private const int Few = 8;

    private readonly List<Entry> entries;
    private readonly UniqueKey key;
    private ValueIndex? index;
    private string? spelt;

    public DictionaryValue(UniqueKey key, IEnumerable<Entry> entries, Guard mayHaveMore)
    {
        this.key = key;
        this.entries = [.. entries];
        MayHaveMore = mayHaveMore;
    }

    /// <summary>The identity, under which its unknown entries are known.</summary>
    public string Key => spelt ??= Shortened.Key(key.ToString());

    /// <summary>When it was made.</summary>
    public long Age { get; } = Evaluation.Age.Next();

    /// <summary>The type it was created with, where that is known.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>What tells the keys apart.</summary>
    public ValueIdentity Identity { get; init; } = ValueIdentity.Exact;

    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>The paths on which further entries, of which nothing is known, may be there.</summary>
    public Guard MayHaveMore { get; private set; }

    /// <summary>Why there may be more, as a clause.</summary>
    public string? MoreReason { get; private set; }

    /// <summary>Whether an entry was ever removed: a dictionary puts the next new one in its place, wherever that is.</summary>
    public bool IsShuffled { get; private set; }

    /// <summary>How often the content was changed: what was asked of it before is another question now.</summary>
    public int Version { get; private set; }

    /// <summary>Where the keys stand.</summary>
    public ValueIndex Index
    {
        get
        {
            if (index is null)
            {
                index = new(Identity);
                for (var i = 0; i < entries.Count; i++)
                {
                    index.Add(entries[i].Key, i);
                }
            }

            return index;
        }
    }

    /// <summary>The place of a key; -1 where it is not there. A few entries are searched one by one.</summary>
    public int Find(Value key)
    {
        if (index is not null || entries.Count > Few)
        {
            return Index.Find(key);
        }

        for (var i = 0; i < entries.Count; i++)
        {
            if (Identity.Equals(entries[i].Key, key))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Sets the entry of <paramref name="key"/> on the paths of <paramref name="guard"/>, as an indexer does.</summary>
    public void Set(Guard guard, Value key, Value value) => Set(new Entry(guard, key, value));

    /// <summary>Sets an entry, as an indexer does.</summary>
    public void Set(Entry entry)
    {
        var (guard, key, value) = entry;
        Version++;
        var i = Find(key);
        if (i < 0)
        {
            Budget.AllowElements(entries.Count + 1);
            index?.Add(key, entries.Count);
            entries.Add(entry);
        }
        else if (entries[i].Guard.Implies(guard))
        {
            entries[i] = entries[i] with { Guard = guard, Value = value };
        }
        else
        {
            entries[i] = entries[i] with { Guard = entries[i].Guard | guard, Value = ChoiceValue.Of(guard, value, entries[i].Value) };
        }
    }

    /// <summary>Takes the entry of <paramref name="key"/> away on the paths of <paramref name="guard"/>.</summary>
    public void Remove(Guard guard, Value key)
    {
        if (Find(key) is >= 0 and var i)
        {
            RemoveAt(i, guard);
        }
    }

    /// <summary>Takes the entry at <paramref name="place"/> away on the paths of <paramref name="guard"/>.</summary>
    public void RemoveAt(int place, Guard guard)
    {
        Version++;
        IsShuffled = true;
        var rest = entries[place].Guard.Except(guard);
        if (rest.IsFeasible)
        {
            entries[place] = entries[place] with { Guard = rest };
        }
        else
        {
            entries.RemoveAt(place);
            index = null;
        }
    }

    /// <summary>Takes all entries away on the paths of <paramref name="guard"/>.</summary>
    public void Clear(Guard guard)
    {
        Version++;
        index = null;
        var rest = entries.Select(e => e with { Guard = e.Guard.Except(guard) }).Where(e => e.Guard.IsFeasible).ToList();
        entries.Clear();
        entries.AddRange(rest);
        MayHaveMore = MayHaveMore.Except(guard);
    }

    /// <summary>From now on, on the paths of <paramref name="guard"/>, there may be entries that are not known.</summary>
    public void Open(Guard guard, string reason)
    {
        Version++;
        MayHaveMore |= guard;
        MoreReason ??= reason;
    }

    public override string ToString() => Shown(DeepestShown);

    protected internal override string Shown(int depth) => depth == 0 ? "{…}"
        : "{" + string.Join(", ", entries.Take(MostShown).Select(e => e.Key.Shown(depth - 1) + ": " + e.Value.Shown(depth - 1))) + (MayHaveMore.IsNever && entries.Count <= MostShown ? "}" : ", …}");
}
