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
        Lose(value, operation, reason, new HashSet<Value>());
    }

    private void Lose(Value value, IOperation operation, string reason, HashSet<Value> seen)
    {
        foreach (var alternative in value.Alternatives)
        {
            if (!seen.Add(alternative.Value))
            {
                continue;
            }

            var guard = Guard & alternative.Guard;
            switch (alternative.Value)
            {
                case SequenceValue sequence:
                    sequence.Open(guard, reason);
                    break;
                case DictionaryValue dictionary:
                    dictionary.Open(guard, reason);
                    break;
                case ObjectValue { Payload: Value content }:
                    Lose(content, operation, reason, seen);
                    break;
                case ObjectValue instance when instance.Payload is null && IsSource(instance.Type) && !IsRoot(instance.Type):
                    instance.Escaped |= guard;
                    foreach (var slot in instance.Slots)
                    {
                        Lose(slot.Value.Value, operation, reason, seen);
                    }

                    break;
                case FunctionValue { Earlier.IsEmpty: false } several:
                    foreach (var earlier in several.Earlier)
                    {
                        Lose(earlier, operation, reason, seen);
                    }

                    LoseFunction(several, operation, reason, seen);
                    break;
                case FunctionValue function:
                    LoseFunction(function, operation, reason, seen);
                    break;
                case DeferredValue deferred:
                    foreach (var part in deferred.Parts)
                    {
                        Lose(part, operation, reason, seen);
                    }

                    break;
            }
        }
    }

    private void LoseFunction(FunctionValue function, IOperation operation, string reason, HashSet<Value> seen)
    {
        if (function.Body is { } body)
        {
            LoseCaptured(function, body, operation, reason, seen);
        }
        else if (function.Receiver is { } receiver)
        {
            Lose(receiver, operation, reason, seen);
        }
    }

    /// <summary>A lambda that unseen code got may run at any time, any number of times: what it uses is lost.</summary>
    private void LoseCaptured(FunctionValue function, IOperation body, IOperation operation, string reason, HashSet<Value> seen)
    {
        ForgetAssigned(function, Guard);
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
            if (value is not null && seen.Add(value))
            {
                seen.Remove(value);
                Library.Escape(value, Site(operation), reason);
                Lose(value, operation, reason, seen);
            }
        }
    }

    private bool IsRoot(ITypeSymbol type) => type is INamedTypeSymbol named && Library.IsRoot(named);
}
