using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>What is lost to code that cannot be seen.</content>
internal sealed partial class Evaluator
{
    /// <summary>Code that cannot be seen got hold of a value: what it can reach is unknown from now on, on the current paths.</summary>
    internal void Escape(Value value, IOperation operation, string reason)
    {
        if (value is ConstantValue or TextValue or GuardValue or UnknownValue || !Guard.IsFeasible)
        {
            return;
        }

        Library.Escape(value, Site(operation), reason);
        var seen = new HashSet<Value>();
        var work = new Stack<Value>([value]);
        while (work.Count > 0)
        {
            foreach (var alternative in work.Pop().Alternatives)
            {
                if (seen.Add(alternative.Value))
                {
                    Lose(alternative.Value, Guard & alternative.Guard, operation, reason, seen, work);
                }
            }
        }
    }

    /// <summary>Loses one value; what it reaches is added to <paramref name="work"/>: objects may hang in chains longer than the stack.</summary>
    private void Lose(Value value, Guard guard, IOperation operation, string reason, HashSet<Value> seen, Stack<Value> work)
    {
        switch (value)
        {
            case SequenceValue sequence:
                sequence.Open(guard, reason);
                break;
            case DictionaryValue dictionary:
                dictionary.Open(guard, reason);
                break;
            case ObjectValue { Payload: Value content }:
                work.Push(content);
                break;
            case ObjectValue instance when instance.Payload is null && IsSource(instance.Type) && !IsRoot(instance.Type):
                instance.Escaped |= guard;
                foreach (var slot in instance.Slots)
                {
                    work.Push(slot.Value.Value);
                }

                break;
            case FunctionValue function:
                foreach (var earlier in function.Earlier)
                {
                    work.Push(earlier);
                }

                if (function.Body is { } body)
                {
                    LoseCaptured(function, body, operation, reason, seen, work);
                }
                else if (function.Receiver is { } receiver)
                {
                    work.Push(receiver);
                }

                break;
            case DeferredValue deferred:
                foreach (var part in deferred.Parts)
                {
                    work.Push(part);
                }

                break;
        }
    }

    /// <summary>A lambda that unseen code got may run at any time, any number of times: what it uses is lost.</summary>
    private void LoseCaptured(FunctionValue function, IOperation body, IOperation operation, string reason, HashSet<Value> seen, Stack<Value> work)
    {
        ForgetAssigned(function, Guard);
        if (IsBroken && body.DescendantsAndSelf().Any(o => o.Kind == OperationKind.Invalid))
        {
            LoseAround(function, operation);
        }

        foreach (var descendant in body.Descendants())
        {
            var value = descendant switch
            {
                ILocalReferenceOperation local => function.Scope?.Find(local.Local)?.Value,
                IParameterReferenceOperation parameter => function.Scope?.Find(parameter.Parameter)?.Value,
                IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field when function.Receiver is ObjectValue receiver => GetStored(receiver, FieldKey(field.Field), field.Field.Type),
                IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property when function.Receiver is ObjectValue receiver && IsSource(property.Property) => GetStored(receiver, PropertyKey(property.Property), property.Property.Type),
                _ => null,
            };
            if (value is not null && !seen.Contains(value))
            {
                Library.Escape(value, Site(operation), reason);
                work.Push(value);
            }
        }
    }

    private bool IsRoot(ITypeSymbol type) => type is INamedTypeSymbol named && Library.IsRoot(named);
}
