using System.Collections;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// The variables of one call, part of its frame. Most calls have a few: these are kept in an array, without a table of hashes.
/// </summary>
internal struct VariableTable : IEnumerable<KeyValuePair<ISymbol, Slot>>
{
    /// <summary>Up to so many variables are searched one by one.</summary>
    private const int Few = 12;

    private KeyValuePair<ISymbol, Slot>[]? few;
    private Dictionary<ISymbol, Slot>? many;
    private int count;

    public readonly Slot? Find(ISymbol variable)
    {
        if (many is not null)
        {
            return many.TryGetValue(variable, out var slot) ? slot : null;
        }

        return IndexOf(variable) is >= 0 and var at ? few![at].Value : null;
    }

    /// <summary>Adds a variable, or gives it another slot.</summary>
    public void Set(ISymbol variable, Slot slot)
    {
        if (many is not null)
        {
            many[variable] = slot;
            return;
        }

        if (IndexOf(variable) is >= 0 and var at)
        {
            few![at] = new(variable, slot);
            return;
        }

        if (count == Few)
        {
            many = new(SymbolEqualityComparer.Default);
            foreach (var known in few!)
            {
                many.Add(known.Key, known.Value);
            }

            many.Add(variable, slot);
            return;
        }

        if (few is null || count == few.Length)
        {
            Array.Resize(ref few, count == 0 ? 3 : Math.Min(count * 2, Few));
        }

        few[count++] = new(variable, slot);
    }

    public void Remove(ISymbol variable)
    {
        if (many is not null)
        {
            many.Remove(variable);
        }
        else if (IndexOf(variable) is >= 0 and var at)
        {
            Array.Copy(few!, at + 1, few!, at, --count - at);
            few![count] = default;
        }
    }

    public readonly IEnumerator<KeyValuePair<ISymbol, Slot>> GetEnumerator() => (many ?? (few ?? []).Take(count)).GetEnumerator();

    readonly IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private readonly int IndexOf(ISymbol variable)
    {
        // Nearly always it is the very same object.
        for (var i = 0; i < count; i++)
        {
            if (ReferenceEquals(few![i].Key, variable))
            {
                return i;
            }
        }

        for (var i = 0; i < count; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(few![i].Key, variable))
            {
                return i;
            }
        }

        return -1;
    }
}
