using System.Collections;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// The members of an object that have been assigned, in the order of their first assignment. Most objects have a few: these are kept in an array, without a table of hashes.
/// </summary>
/// <param name="expected">How many there will be, about.</param>
internal sealed class MemberTable(int expected) : IEnumerable<KeyValuePair<string, Slot>>
{
    /// <summary>Up to so many members are searched one by one.</summary>
    private const int Few = 16;

    private (string Name, Slot Slot, IOperation? Assignment)[] items = new (string, Slot, IOperation?)[expected];
    private Dictionary<string, int>? index;
    private int count;

    public bool TryGet(string name, out Slot slot)
    {
        var at = IndexOf(name);
        slot = at < 0 ? null! : items[at].Slot;
        return at >= 0;
    }

    /// <summary>The expression that was last assigned to a member; null where none was.</summary>
    public IOperation? AssignmentOf(string name) => IndexOf(name) is >= 0 and var at ? items[at].Assignment : null;

    /// <summary>Adds a member that is not there yet.</summary>
    public void Add(string name, Slot slot)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, count < 2 ? 4 : count * 2);
        }

        items[count] = (name, slot, null);
        if (index is null && count == Few)
        {
            index = new(StringComparer.Ordinal);
            for (var i = 0; i < count; i++)
            {
                index.Add(items[i].Name, i);
            }
        }

        index?.Add(name, count);
        count++;
    }

    /// <summary>Notes the expression assigned to a member that is there.</summary>
    public void Assigned(string name, IOperation operation) => items[IndexOf(name)].Assignment = operation;

    public IEnumerator<KeyValuePair<string, Slot>> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return new(items[i].Name, items[i].Slot);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        if (index is not null)
        {
            return index.TryGetValue(name, out var at) ? at : -1;
        }

        for (var i = 0; i < count; i++)
        {
            if (items[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
