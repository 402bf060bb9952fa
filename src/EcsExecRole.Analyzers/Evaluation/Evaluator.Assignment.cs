using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Assignments.</content>
internal sealed partial class Evaluator
{
    private Value SimpleAssignment(ISimpleAssignmentOperation operation)
    {
        if (operation.IsRef)
        {
            return ReferElsewhere(operation);
        }

        // An object initializer's property tells the object under construction which expression it got.
        var value = Evaluate(operation.Value);
        Assign(operation.Target, value, operation.Value);
        return value;
    }

    private Value Deconstruction(IDeconstructionAssignmentOperation operation)
    {
        var value = Evaluate(operation.Value);
        Assign(operation.Target, value, operation.Value);
        return value;
    }

    /// <summary>Stores a value in what an expression names, on the current paths.</summary>
    private void Assign(IOperation target, Value value, IOperation? origin)
    {
        if (IsBroken && value.Alternatives.Any(a => IsUnwritten(a.Value)))
        {
            LoseHeld(target);
        }

        switch (target)
        {
            case ILocalReferenceOperation local:
                AssignVariable(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                AssignVariable(parameter.Parameter, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, origin);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value, origin);
                break;
            case IParenthesizedOperation parenthesized:
                Assign(parenthesized.Operand, value, origin);
                break;
            case IVariableDeclaratorOperation declarator:
                frame.Declare(declarator.Symbol, Guard, value);
                break;
            case IDiscardOperation:
                break;
            case ITupleOperation tuple:
                AssignTuple(tuple, value);
                break;
            case IFieldReferenceOperation { Instance: null } field:
                InitializeStatics(field.Field.ContainingType);
                AssignStatic(field.Field, field.Field.Type, value);
                break;
            case IFieldReferenceOperation field:
                AssignField(field, value, origin);
                break;
            case IPropertyReferenceOperation property:
                AssignProperty(property, value, origin);
                break;
            case IArrayElementReferenceOperation element:
                AssignElement(element, value);
                break;
            case IImplicitIndexerReferenceOperation indexer:
                Escape(Evaluate(indexer.Instance), indexer, "an element of it is assigned");
                break;
            case IInstanceReferenceOperation when frame.Receiver is { } self:
                Escape(self, target, "it is assigned as a whole");
                break;
            case IConditionalOperation conditional:
                AssignConditional(conditional, value, origin);
                break;
            case IInvalidOperation invalid:
                AssignUnresolved(invalid, value);
                break;
            default:
                // What a method returned by reference is part of something it got.
                Unfollowed(target);
                break;
        }
    }

    /// <summary><c>(a ? ref b : ref c) = d</c>.</summary>
    private void AssignConditional(IConditionalOperation target, Value value, IOperation? origin)
    {
        Branch(Test(target.Condition), () => Assigned(target.WhenTrue), () => Assigned(target.WhenFalse!));

        Value Assigned(IOperation one)
        {
            Assign(one, value, origin);
            return value;
        }
    }

    private void AssignAliased((IOperation Target, Frame Frame) alias, Value value) => In(alias.Frame, () =>
    {
        Assign(alias.Target, value, null);
        return value;
    });

    private void AssignVariable(ISymbol symbol, Value value)
    {
        if (IsReference(symbol) && frame.TryFindAlias(symbol, out var alias))
        {
            AssignAliased(alias, value);
        }
        else if (frame.Find(symbol) is { } slot)
        {
            slot.Write(Guard, Stored(value, symbol.Name));
        }
        else if (symbol is IParameterSymbol parameter && frame.Receiver is ObjectValue instance)
        {
            instance.Write(CapturedKey(parameter), Guard, value, ConstantValue.Null);
        }
        else
        {
            // A pattern or `out` variable, declared where it is assigned.
            frame.Declare(symbol, Guard, Stored(value, symbol.Name));
        }
    }

    private void AssignTuple(ITupleOperation target, Value value)
    {
        for (var i = 0; i < target.Elements.Length; i++)
        {
            var index = i;
            Assign(target.Elements[i], Map(value, one => Deconstructed(one, index, target.Elements.Length, target)), null);
        }
    }

    /// <summary>Part <paramref name="index"/> of a value that is taken apart into <paramref name="count"/>.</summary>
    private Value Deconstructed(Value value, int index, int count, IOperation operation)
    {
        if (value is ObjectValue instance)
        {
            if (instance.Type.IsTupleType || instance.TryGetSlot("Item" + (index + 1), out _))
            {
                return GetStored(instance, "Item" + (index + 1), null);
            }

            if (instance.TryGetSlot("Key", out _) && count == 2 && instance.Type.Name == "KeyValuePair")
            {
                return GetStored(instance, index == 0 ? "Key" : "Value", null);
            }

            var method = instance.Type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == count);
            if (method is not null && IsSource(method.ContainingType))
            {
                return DeconstructedBy(method, instance, index, operation);
            }
        }

        return value is UnknownValue unknown ? unknown.Member("Item" + (index + 1), null) : Unknown(operation, "it is part of an unknown");
    }

    private Value DeconstructedBy(IMethodSymbol method, ObjectValue instance, int index, IOperation operation)
    {
        // A record's own: its properties in the order of its parameters.
        if (method.IsImplicitlyDeclared)
        {
            return GetStored(instance, method.Parameters[index].Name, method.Parameters[index].Type);
        }

        if (BodyOf(method) is not { } body)
        {
            return Unknown(operation, "it is part of an unknown");
        }

        var caller = frame;
        frame = new Frame(method, instance, null, caller.Depth + 1);
        try
        {
            foreach (var parameter in method.Parameters)
            {
                frame.Declare(parameter, Guard, ConstantValue.Null);
            }

            RunBody(method, body);
            return frame.Find(method.Parameters[index])!.Value;
        }
        finally
        {
            frame = caller;
        }
    }

    private void AssignStatic(ISymbol symbol, ITypeSymbol type, Value value)
    {
        var key = StaticKey(symbol);
        if (!statics.TryGetValue(key, out var slot))
        {
            statics.Add(key, slot = new Slot(Guard.Always, StaticSlot(symbol, type, false)));
        }

        slot.Write(Guard, Stored(Accumulated(slot, 0, value, symbol, type), symbol.Name));
    }

    private void AssignField(IFieldReferenceOperation target, Value value, IOperation? origin)
    {
        var receiver = ChoiceValue.On(Guard, Place(target.Instance!));
        if (receiver is ChoiceValue)
        {
            AssignEach(target, receiver, value, origin);
        }
        else
        {
            AssignField(receiver, target.Field, value, origin);
        }
    }

    private void AssignEach(IFieldReferenceOperation target, Value receivers, Value value, IOperation? origin) =>
        Map(receivers, one => AssignField(one, target.Field, value, origin));

    private Value AssignField(Value receiver, IFieldSymbol field, Value value, IOperation? origin)
    {
        if (receiver.IsNull)
        {
            return NullDereference();
        }

        if (receiver is ObjectValue instance)
        {
            var key = field.ContainingType.IsTupleType ? (field.CorrespondingTupleField ?? field).Name : FieldKey(field);
            value = Accumulated(instance.TryGetSlot(key, out var slot) ? slot : null, instance.Age, value, field, field.Type);
            instance.Write(key, Guard, Stored(value, field.Name), Initial(instance, key, field.Type), origin);
        }

        return value;
    }
}
