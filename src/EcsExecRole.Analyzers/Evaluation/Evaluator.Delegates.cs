using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Delegates of several targets, and events.</content>
internal sealed partial class Evaluator
{
    /// <summary><c>+</c> and <c>-</c> of delegates.</summary>
    private Value Combined(BinaryOperatorKind kind, Value left, Value right, IOperation operation) => Map(left, l => Map(right, r =>
    {
        if (r.IsNull)
        {
            return l;
        }

        if (kind == BinaryOperatorKind.Add && l.IsNull)
        {
            return r;
        }

        if (l is FunctionValue first && r is FunctionValue second)
        {
            return kind == BinaryOperatorKind.Add ? second.After(first) : first.Without(second);
        }

        if (l.IsNull)
        {
            return l;
        }

        Escape(l, operation, "it is one of several delegates");
        Escape(r, operation, "it is one of several delegates");
        return Unknown(operation, "it is several delegates");
    }));

    /// <summary><c>+=</c> and <c>-=</c> on an event that holds its delegates in a field of its own; what other events do with theirs is lost.</summary>
    private Value EventAssignment(IEventAssignmentOperation operation)
    {
        if (operation.EventReference is not IEventReferenceOperation { Event: var declared } target || !HasOwnField(declared))
        {
            return Unfollowed(operation);
        }

        var kind = operation.Adds ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var handler = Evaluate(operation.HandlerValue);
        if (target.Instance is null)
        {
            InitializeStatics(declared.ContainingType);
            AssignStatic(declared, declared.Type, Combined(kind, StaticSlot(declared, declared.Type, false), handler, operation));
            return ConstantValue.Null;
        }

        return Map(Evaluate(target.Instance), one =>
        {
            if (one is not ObjectValue instance)
            {
                Escape(handler, operation, "an unknown event gets it");
                return ConstantValue.Null;
            }

            var key = EventKey(declared);
            instance.Write(key, Guard, Combined(kind, GetStored(instance, key, declared.Type), handler, operation), Initial(instance, key, declared.Type));
            return ConstantValue.Null;
        });
    }

    private Value EventReference(IEventReferenceOperation operation) => !HasOwnField(operation.Event)
        ? Unfollowed(operation)
        : operation.Instance is null ? StaticSlot(operation.Event, operation.Event.Type, false)
        : Map(Evaluate(operation.Instance), one => one is ObjectValue instance ? GetStored(instance, EventKey(operation.Event), operation.Event.Type) : Unknown(operation, "it is an event of an unknown"));

    private bool HasOwnField(IEventSymbol declared) => IsSource(declared) && !declared.IsAbstract && declared.AddMethod is null or { IsImplicitlyDeclared: true };

    private static string EventKey(IEventSymbol declared) => declared.ContainingType.Name + "::" + declared.Name;
}
