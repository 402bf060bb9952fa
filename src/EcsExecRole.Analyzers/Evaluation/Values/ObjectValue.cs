using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>An object of the program: its identity is this instance, its state the slots of its members.</summary>
internal sealed class ObjectValue(UniqueKey key, ITypeSymbol type, IOperation? origin, Guard birth) : Value
{
    private string? spelt;
    private MemberTable? members;

    /// <summary>A unique name, also the path under which its unknown members are known.</summary>
    public string Key => spelt ??= key.ToString();

    /// <summary>The type it was created with.</summary>
    public ITypeSymbol Type { get; } = type;

    /// <summary>The expression that created it; null for the receiver of a method that no one calls.</summary>
    public IOperation? Origin { get; } = origin;

    /// <summary>When it was made.</summary>
    public long Age { get; } = Evaluation.Age.Next();

    /// <summary>The paths on which it was created.</summary>
    public Guard Birth { get; } = birth;

    /// <summary>Whether members that were never assigned have a value nobody knows, instead of their type's default.</summary>
    public bool IsOpaque { get; set; }

    /// <summary>The paths on which code that cannot be seen may have changed it.</summary>
    public Guard Escaped { get; set; } = Guard.Never;

    /// <summary>Whether that code is code which does not compile.</summary>
    public bool IsHalfTyped { get; set; }

    /// <summary>What a library model knows of this object.</summary>
    public object? Payload { get; set; }

    /// <summary>The name under which the program knows it: the variable, field or construct ID, for messages.</summary>
    public string? Name { get; set; }

    public IEnumerable<KeyValuePair<string, Slot>> Slots => members ?? (IEnumerable<KeyValuePair<string, Slot>>)[];

    public override Template? Text => Template.Of(new Hole(Key, HoleKind.Any, Name ?? Type.Name));

    public bool TryGetSlot(string member, out Slot slot)
    {
        slot = null!;
        return members is not null && members.TryGet(member, out slot);
    }

    /// <summary>The expression that was last assigned to a member; null where none was.</summary>
    public IOperation? AssignmentOf(string member) => members?.AssignmentOf(member);

    /// <summary>Makes room for the members that an initializer is about to assign.</summary>
    public void Expect(int count) => members ??= new(count);

    /// <summary>Assigns a member on the paths of <paramref name="guard"/>.</summary>
    /// <param name="member">The member.</param>
    /// <param name="guard">The paths.</param>
    /// <param name="value">The new value.</param>
    /// <param name="initial">What the member is on the other paths if it was never assigned.</param>
    /// <param name="operation">The expression assigned, for locations.</param>
    public void Write(string member, Guard guard, Value value, Value initial, IOperation? operation = null)
    {
        members ??= new(2);
        if (!members.TryGet(member, out var slot))
        {
            members.Add(member, slot = new Slot(Birth, initial));
        }

        slot.Write(guard, value);
        if (operation is not null)
        {
            members.Assigned(member, operation);
        }
    }

    /// <summary>Another object of the same type with the same members (<c>with</c>, and copies of structs).</summary>
    public ObjectValue Copy(string key, IOperation? origin, Guard birth)
    {
        var copy = new ObjectValue(key, Type, origin, birth) { IsOpaque = IsOpaque, Escaped = Escaped, Payload = Payload, Name = Name };
        foreach (var member in Slots)
        {
            copy.members ??= new(4);
            copy.members.Add(member.Key, new Slot(birth, member.Value.Value));
            if (AssignmentOf(member.Key) is { } assignment)
            {
                copy.members.Assigned(member.Key, assignment);
            }
        }

        return copy;
    }

    public override string ToString() => Key;
}
