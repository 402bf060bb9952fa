using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Fields and properties.</content>
internal sealed partial class Evaluator
{
    private readonly Dictionary<IFieldSymbol, string> fieldKeys = new(SymbolEqualityComparer.Default);

    private Value FieldReference(IFieldReferenceOperation operation)
    {
        if (operation.Instance is null)
        {
            return StaticField(operation.Field, operation);
        }

        var receiver = ChoiceValue.On(Guard, Place(operation.Instance));
        return receiver is ChoiceValue ? GetEach(operation, receiver) : GetField(operation.Field, receiver, operation);
    }

    private Value GetEach(IFieldReferenceOperation operation, Value receivers) => Map(receivers, one => GetField(operation.Field, one, operation));

    private Value PropertyReference(IPropertyReferenceOperation operation)
    {
        var property = operation.Property;
        if (operation.Instance is null)
        {
            property = Constrained(property, operation.ConstrainedToType);
            return GetProperty(property, null, operation, IndexArguments(operation));
        }

        var receiver = Place(operation.Instance);
        var arguments = IndexArguments(operation);
        var isVirtual = !FactsOf(property).IsDispatched || operation.Instance is not IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };
        receiver = ChoiceValue.On(Guard, receiver);
        return receiver is ChoiceValue ? GetEach(property, receiver, operation, arguments, isVirtual) : GetProperty(property, receiver, operation, arguments, isVirtual);
    }

    private Value GetEach(IPropertySymbol property, Value receivers, IOperation operation, Arguments arguments, bool isVirtual) =>
        Map(receivers, one => GetProperty(property, one, operation, arguments, isVirtual));

    /// <summary>The object that a member is used of; a struct that was never assigned is there all the same.</summary>
    private Value Place(IOperation instance)
    {
        var value = Evaluate(instance);
        if (!value.IsNull || instance.Type is not INamedTypeSymbol { IsValueType: true, TypeKind: TypeKind.Struct } type || !IsSource(type))
        {
            return value;
        }

        var made = new ObjectValue(NewKey(type.Name), type, instance, Guard);
        Assign(instance, made, null);
        return Evaluate(instance) is { IsNull: false } stored ? stored : made;
    }

    private Arguments IndexArguments(IPropertyReferenceOperation operation) =>
        operation.Arguments.IsEmpty ? Arguments.None : EvaluateArguments(operation.Arguments);

    /// <summary>Reads a property of a receiver that is not a choice.</summary>
    private Value GetProperty(IPropertySymbol property, Value? receiver, IOperation operation, Arguments? arguments = null, bool isVirtual = true)
    {
        arguments ??= Arguments.None;
        if (receiver is { IsNull: true } && property is not { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
        {
            return NullDereference();
        }

        if (receiver is ObjectValue { Type.IsAnonymousType: true } anonymous)
        {
            return GetStored(anonymous, property.Name, property.Type);
        }

        var facts = FactsOf(property);
        if (isVirtual && facts is { IsDispatched: true, Getter: { } declared } && receiver is ObjectValue && Implementation(declared, receiver)?.AssociatedSymbol is IPropertySymbol actual)
        {
            property = actual;
            facts = FactsOf(actual);
        }

        var isOverridable = facts.IsDispatched && (receiver is UnknownValue || IsIncomplete(receiver));
        if (isOverridable && receiver is ObjectValue incomplete)
        {
            // A class that is not here says what it is: an input of the library. One that is half typed says it itself.
            return new UnknownValue(incomplete.Key + "." + property.Name, property.Name, property.Type, incomplete.Type.IsAbstract ? "a class that derives from " + incomplete.Type.Name + " says what it is" : DoesNotCompile);
        }

        if (facts.IsSource && !isOverridable)
        {
            if (GetterBody(property, facts) is { } body)
            {
                return RunMethod(facts.Getter!, receiver, arguments, operation, body);
            }

            return receiver switch
            {
                null when property.IsAbstract => UnknownResult(property, receiver, arguments, Site(operation), "it is a member of a type parameter"),
                null => StaticProperty(property, operation),
                ObjectValue instance => GetStored(instance, PropertyKey(property, facts), facts.Type),
                UnknownValue unknown => unknown.Member(property.Name, facts.Type),
                _ => UnknownResult(property, receiver, arguments, Site(operation), "it is a property of a value that is not followed"),
            };
        }

        if (!facts.IsSource)
        {
            var site = Site(operation);
            if ((facts.IsKnownGetter && KnownLibrary.TryGet(this, property, receiver, arguments, site, out var known)) || Library.TryGet(property, receiver, site, out known))
            {
                return known;
            }
        }

        return receiver switch
        {
            ObjectValue instance when arguments.Count == 0 => GetStored(instance, property.Name, facts.Type),
            UnknownValue unknown when arguments.Count == 0 => unknown.Member(property.Name, facts.Type),
            _ => UnknownResult(property, receiver, arguments, Site(operation), "it is " + property.ContainingType.Name + "." + property.Name),
        };
    }

    private Value GetField(IFieldSymbol field, Value? receiver, IOperation operation)
    {
        if (receiver is null)
        {
            return StaticField(field, operation);
        }

        if (receiver.IsNull)
        {
            return NullDereference();
        }

        if (field.ContainingType.IsTupleType && receiver is ObjectValue tuple)
        {
            return GetStored(tuple, (field.CorrespondingTupleField ?? field).Name, field.Type);
        }

        return receiver switch
        {
            ObjectValue instance => GetStored(instance, FieldKey(field), field.Type),
            UnknownValue unknown => unknown.Member(field.Name, field.Type),
            _ when Library.TryGetField(field, receiver, Site(operation), out var value) => value,
            _ => UnknownResult(field, receiver, Arguments.None, Site(operation), "it is a field of a value that is not followed"),
        };
    }

    /// <summary>What an object holds in a member.</summary>
    private Value GetStored(ObjectValue instance, string member, ITypeSymbol? type)
    {
        var value = Initial(instance, member, type);
        if (IsRepeated(instance.Age) && !instance.TryGetSlot(member, out _))
        {
            instance.Write(member, Guard, value, value);
        }

        if (instance.TryGetSlot(member, out var slot))
        {
            Note(slot);
            value = ChoiceValue.On(Guard, slot.Value);
        }

        return (instance.Escaped & Guard).IsFeasible
            ? ChoiceValue.Of(instance.Escaped, new UnknownValue(Condition.Determined + instance.Key + "." + member + "'", (instance.Name ?? instance.Type.Name) + "." + member, type, instance.IsHalfTyped ? DoesNotCompile : "code that cannot be seen may have changed it"), value)
            : value;
    }

    /// <summary>What a member holds that was never assigned.</summary>
    private Value Initial(ObjectValue instance, string member, ITypeSymbol? type) => instance.IsOpaque
        ? new UnknownValue(instance.Key + "." + member, (instance.Name ?? instance.Type.Name) + "." + member, type, "the program does not say what it is")
        : DefaultOf(type);

    /// <summary>The slot of a property: its name, unless a base class of the program has one of that name, too.</summary>
    private string PropertyKey(IPropertySymbol property) => PropertyKey(property, FactsOf(property));

    private string PropertyKey(IPropertySymbol property, PropertyFacts facts) => facts.Key ??= FindPropertyKey(property);

    private string FindPropertyKey(IPropertySymbol property)
    {
        for (var type = property.ContainingType.BaseType; type is not null && IsSource(type); type = type.BaseType)
        {
            if (type.GetMembers(property.Name).Any(m => m is IPropertySymbol))
            {
                return property.ContainingType.Name + "::" + property.Name;
            }
        }

        return property.Name;
    }

    /// <summary>The slot of a field or property.</summary>
    private string SlotKey(ISymbol member) => member is IFieldSymbol field ? FieldKey(field) : PropertyKey((IPropertySymbol)member);

    private string FieldKey(IFieldSymbol field)
    {
        if (!fieldKeys.TryGetValue(field, out var key))
        {
            fieldKeys.Add(field, key = field.ContainingType.Name + "::" + field.Name);
        }

        return key;
    }

    private readonly Dictionary<ISymbol, bool> isSource = new(SymbolEqualityComparer.Default);

    private bool IsSource(ISymbol symbol)
    {
        if (!isSource.TryGetValue(symbol, out var known))
        {
            isSource.Add(symbol, known = IsDeclaredHere(symbol));
        }

        return known;
    }

    private bool IsDeclaredHere(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Program.Compilation.Assembly) && !symbol.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>A value as a variable or member holds it: a struct is copied, and an object that has no name yet gets the name of what holds it.</summary>
    private Value Stored(Value value, string name)
    {
        value = Passed(value);
        if (value is ObjectValue { Name: null } instance)
        {
            instance.Name = name;
        }

        return value;
    }

    /// <summary>A value as it is handed on: a copy, if it is a struct.</summary>
    private Value Passed(Value value) => value switch
    {
        ObjectValue { Type.IsValueType: true } instance => instance.Copy(NewKey(instance.Type.Name), instance.Origin, Guard),
        ChoiceValue choice when choice.Alternatives.Any(a => a.Value is ObjectValue { Type.IsValueType: true }) =>
            ChoiceValue.Of(choice.Alternatives.Select(a => a with { Value = Passed(a.Value) }).ToList()),
        _ => value,
    };
}
