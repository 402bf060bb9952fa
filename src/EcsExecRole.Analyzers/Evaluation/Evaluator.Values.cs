using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Reading values: members, elements, truth.</content>
internal sealed partial class Evaluator
{
    private readonly Dictionary<(ITypeSymbol, string), ISymbol?> members = [];

    /// <summary>The paths on which <paramref name="value"/> is true.</summary>
    public Guard AsGuard(Value value) => value switch
    {
        ConstantValue constant => constant.Content is true ? Guard.Always : Guard.Never,
        GuardValue guard => guard.WhenTrue,
        UnknownValue unknown => Guards.Equal(unknown.Key, true, unknown.Display),
        ChoiceValue choice => choice.Alternatives.Aggregate(Guard.Never, (sum, a) => sum | (a.Guard & AsGuard(a.Value))),
        _ => Guards.Opaque(NewKey("test"), [], "a condition"),
    };

    /// <summary>Applies <paramref name="map"/> to each alternative of <paramref name="value"/>, on its paths within the current ones.</summary>
    public Value Map(Value value, Func<Value, Value> map)
    {
        value = ChoiceValue.On(Guard, value);
        if (value is not ChoiceValue choice)
        {
            return map(value);
        }

        var outer = Guard;
        var results = new List<Alternative>();
        var survivors = Guard.Never;
        foreach (var alternative in choice.Alternatives)
        {
            Guard = outer & alternative.Guard;
            if (Guard.IsFeasible)
            {
                results.Add(new(alternative.Guard, map(alternative.Value)));
            }

            survivors |= Guard;
        }

        // A call on one alternative may throw, and so end its paths.
        Guard = survivors;
        return ChoiceValue.Of(results);
    }

    /// <summary>The value of the property or field <paramref name="member"/> of an object that the program made; null (the constant) for a null target.</summary>
    public Value Read(Value target, string member, CallSite site)
    {
        var outer = Guard;
        Guard = site.Guard;
        try
        {
            target = ChoiceValue.On(Guard, target);
            return target is ChoiceValue ? ReadEach(target, member, site.Operation) : ReadOne(target, member, site.Operation);
        }
        finally
        {
            Guard = outer;
        }
    }

    private Value ReadEach(Value targets, string member, IOperation operation) => Map(targets, one => ReadOne(one, member, operation));

    private Value ReadOne(Value target, string member, IOperation operation) => target switch
    {
        ObjectValue instance when FindMember(instance.Type, member) is { } symbol => symbol is IPropertySymbol property
            ? GetProperty(property, instance, operation)
            : GetField((IFieldSymbol)symbol, instance, operation),
        ObjectValue instance => GetStored(instance, member, null),
        UnknownValue unknown => unknown.Member(member, unknown.Type is null ? null : (FindMember(unknown.Type, member) as IPropertySymbol)?.Type),
        _ => ConstantValue.Null,
    };

    /// <summary>The expression last assigned to <paramref name="member"/>; null where none was.</summary>
    public IOperation? AssignmentOf(Value target, string member)
    {
        foreach (var alternative in target.Alternatives)
        {
            if ((alternative.Value as ObjectValue)?.AssignmentOf(member) is { } operation)
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>Kept for the next time.</summary>
    private List<Element>? gathered;

    /// <summary>The elements of a collection on the paths of <paramref name="guard"/>, and the paths on which there may be others.</summary>
    public List<Element> Elements(Value collection, Guard guard, out Guard mayHaveMore)
    {
        var elements = new List<Element>((collection as SequenceValue)?.Count ?? 0);
        AddElements(collection, guard, elements, out mayHaveMore);
        return elements;
    }

    /// <summary>The same, choices among the elements taken apart.</summary>
    public List<(Value Value, Guard Guard)> Items(Value collection, Guard guard, out Guard mayHaveMore)
    {
        var elements = gathered ?? [];
        gathered = null;
        AddElements(collection, guard, elements, out mayHaveMore);
        var items = new List<(Value, Guard)>(elements.Count);
        foreach (var element in elements)
        {
            foreach (var alternative in element.Value.Alternatives)
            {
                var on = element.Guard & alternative.Guard;
                if (on.IsFeasible)
                {
                    items.Add((alternative.Value, on));
                }
            }
        }

        elements.Clear();
        gathered = elements;
        return items;
    }

    private void AddElements(Value collection, Guard guard, List<Element> elements, out Guard mayHaveMore)
    {
        mayHaveMore = Guard.Never;
        collection = ForcedOn(guard, collection);
        foreach (var alternative in collection.Alternatives)
        {
            var on = guard & alternative.Guard;
            if (!on.IsFeasible)
            {
                continue;
            }

            switch (Source.Unwrap(alternative.Value))
            {
                case SequenceValue sequence:
                    for (var i = 0; i < sequence.Count; i++)
                    {
                        var element = sequence[i];

                        // Of one that stands for many and of which nothing is known, that there may be more is all there is to know.
                        if (element is { IsMany: true, Value: UnknownValue })
                        {
                            mayHaveMore |= element.Guard & on;
                        }
                        else if ((element.Guard & on).IsFeasible)
                        {
                            elements.Add(element with { Guard = element.Guard & on });
                        }
                    }

                    mayHaveMore |= sequence.MayHaveMore & on;
                    break;
                case DictionaryValue dictionary:
                    elements.AddRange(ValuesOf(dictionary, on));
                    mayHaveMore |= dictionary.MayHaveMore & on;
                    break;
                case var other when !other.IsNull:
                    mayHaveMore |= on;
                    break;
            }
        }
    }

    private static IEnumerable<Element> ValuesOf(DictionaryValue dictionary, Guard guard) =>
        dictionary.Entries.Select(e => new Element(e.Guard & guard, e.Value)).Where(e => e.Guard.IsFeasible);

    private Value ForcedOn(Guard guard, Value collection) =>
        collection is SequenceValue or DictionaryValue or ConstantValue or UnknownValue ? collection : ForceOn(guard, collection);

    private Value ForceOn(Guard guard, Value collection) => WithGuard(guard, () => Forced(collection));

    /// <summary>The entries of a dictionary on the paths of <paramref name="guard"/>, and the paths on which there may be others.</summary>
    public List<Entry> Entries(Value collection, Guard guard, out Guard mayHaveMore)
    {
        var entries = new List<Entry>();
        mayHaveMore = Guard.Never;
        collection = ForcedOn(guard, collection);
        foreach (var alternative in collection.Alternatives)
        {
            var on = guard & alternative.Guard;
            if (!on.IsFeasible)
            {
                continue;
            }

            if (Source.Unwrap(alternative.Value) is DictionaryValue dictionary)
            {
                mayHaveMore |= dictionary.MayHaveMore & on;
                foreach (var entry in dictionary.Entries)
                {
                    if (entry is { IsMany: true, Value: UnknownValue })
                    {
                        mayHaveMore |= entry.Guard & on;
                    }
                    else if ((entry.Guard & on).IsFeasible)
                    {
                        entries.Add(entry with { Guard = entry.Guard & on });
                    }
                }
            }
            else if (!alternative.Value.IsNull)
            {
                mayHaveMore |= on;
            }
        }

        return entries;
    }

    /// <summary>
    /// A value of which nothing is known but the call that yields it. The same member of the same receiver with the same arguments is taken to yield the same
    /// value: two reads of one setting are one condition.
    /// </summary>
    /// <param name="member">The member.</param>
    /// <param name="receiver">What it is called on; null for a static member.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="site">The call.</param>
    /// <param name="reason">Why it is not known, as a clause.</param>
    /// <param name="isInput">Whether the result comes from outside the program, or may; else it does only as far as receiver and arguments do.</param>
    public Value UnknownResult(ISymbol member, Value? receiver, Arguments arguments, CallSite site, string reason, bool isInput = true)
    {
        var type = member switch { IMethodSymbol method => method.ReturnType, IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => null };
        var stem = receiver is null ? member.ContainingType?.Name ?? "" : KeyOf(receiver);
        var key = stem + "." + member.Name;
        var display = (receiver is null ? member.ContainingType?.Name : DisplayOf(receiver)) + "." + member.Name;
        if (member is IMethodSymbol)
        {
            key += "(" + string.Join(",", arguments.Items.Select(a => KeyOf(a.Value))) + ")";
            display += "(" + string.Join(", ", arguments.Items.Where(a => a.Operation is not null).Select(a => DisplayOf(a.Value))) + ")";
        }

        if (!isInput && !(receiver is not null && IsInput(receiver)) && !arguments.Items.Any(a => IsInput(a.Value)))
        {
            key = Condition.Determined + key;
        }

        return new UnknownValue(key, display, type, reason);
    }

    /// <summary>Whether a value depends on an input of the program.</summary>
    private static bool IsInput(Value value) => value switch
    {
        ChoiceValue choice => choice.Alternatives.Any(a => IsInput(a.Value)),
        UnknownValue unknown => IsInput(unknown.Key),
        TextValue text => text.Text.Parts.Any(p => p.Hole is { Kind: HoleKind.Any } hole && IsInput(hole.Key)),
        _ => false,
    };

    private static bool IsInput(string key) => key.IndexOf(Condition.Determined, StringComparison.Ordinal) < 0;

    /// <summary>An identity for any value, equal for values that are the same.</summary>
    internal static string KeyOf(Value value) => value switch
    {
        ConstantValue { Content: string text } => "\"" + text + "\"",
        ConstantValue constant => constant.ToString(),
        UnknownValue unknown => unknown.Key,
        ObjectValue instance => instance.Key,
        SequenceValue sequence => sequence.Key,
        DictionaryValue dictionary => dictionary.Key,
        DeferredValue deferred => deferred.Key,
        TextValue text => "\"" + string.Concat(text.Text.Parts.Select(p => p.Text ?? "${" + p.Hole!.Key + "}")) + "\"",
        ChoiceValue choice => string.Join("|", choice.Alternatives.Select(a => KeyOf(a.Value))),
        FunctionValue function => function.Method.Name,
        _ => value.ToString() ?? "",
    };

    internal static string DisplayOf(Value value) => value switch
    {
        ConstantValue { Content: string text } => "\"" + text + "\"",
        UnknownValue unknown => unknown.Display,
        ObjectValue instance => instance.Name ?? instance.Type.Name,
        _ => value.ToString() ?? "",
    };

    private T WithGuard<T>(Guard guard, Func<T> run)
    {
        var outer = Guard;
        Guard = guard;
        try
        {
            return run();
        }
        finally
        {
            Guard = outer;
        }
    }

    private void WithGuard(Guard guard, Action run) => WithGuard(guard, () =>
    {
        run();
        return 0;
    });

    private ISymbol? FindMember(ITypeSymbol type, string name)
    {
        if (!members.TryGetValue((type, name), out var member))
        {
            members.Add((type, name), member = LookUpMember(type, name));
        }

        return member;
    }

    private static ISymbol? LookUpMember(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                if (member is IPropertySymbol or IFieldSymbol)
                {
                    return member;
                }
            }
        }

        return null;
    }
}
