using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>One entry of a <see cref="DictionaryValue"/> and the paths on which it is there.</summary>
internal readonly record struct Entry(Guard Guard, Value Key, Value Value);

/// <summary>A dictionary: the entries that are known, in order, and whether there may be more.</summary>
internal sealed class DictionaryValue(string key, IEnumerable<Entry> entries, Guard mayHaveMore) : Value
{
    private readonly List<Entry> entries = [.. entries];

    /// <summary>The identity, under which its unknown entries are known.</summary>
    public string Key { get; } = key;

    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>The paths on which further entries, of which nothing is known, may be there.</summary>
    public Guard MayHaveMore { get; private set; } = mayHaveMore;

    /// <summary>Why there may be more, as a clause.</summary>
    public string? MoreReason { get; private set; }

    /// <summary>Sets the entry of <paramref name="key"/> on the paths of <paramref name="guard"/>, as an indexer does.</summary>
    public void Set(Guard guard, Value key, Value value)
    {
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            if (entries[i].Key.IsSameAs(key))
            {
                entries[i] = entries[i].Guard.Implies(guard) && guard.Implies(entries[i].Guard)
                    ? entries[i] with { Value = value }
                    : new(entries[i].Guard | guard, key, ChoiceValue.Of(guard, value, entries[i].Value));
                return;
            }
        }

        entries.Add(new(guard, key, value));
    }

    /// <summary>Takes the entry of <paramref name="key"/> away on the paths of <paramref name="guard"/>.</summary>
    public void Remove(Guard guard, Value key)
    {
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            if (entries[i].Key.IsSameAs(key))
            {
                var rest = entries[i].Guard.Except(guard);
                if (rest.IsFeasible)
                {
                    entries[i] = entries[i] with { Guard = rest };
                }
                else
                {
                    entries.RemoveAt(i);
                }
            }
        }
    }

    /// <summary>From now on, on the paths of <paramref name="guard"/>, there may be entries that are not known.</summary>
    public void Open(Guard guard, string reason)
    {
        MayHaveMore |= guard;
        MoreReason ??= reason;
    }

    public override string ToString() => "{" + string.Join(", ", entries.Select(e => e.Key + ": " + e.Value)) + (MayHaveMore.IsNever ? "}" : ", …}");
}
