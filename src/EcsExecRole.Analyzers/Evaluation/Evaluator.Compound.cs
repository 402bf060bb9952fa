using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Assignments that read their target first.</content>
internal sealed partial class Evaluator
{
    /// <summary>Parts of the target of a compound assignment, which are evaluated once though the target is read and written.</summary>
    private readonly Dictionary<IOperation, Value> pinned = new();

    private Value CompoundAssignment(ICompoundAssignmentOperation operation)
    {
        var parts = PartsOf(operation.Target);
        var left = Pinned(parts, () => Evaluate(operation.Target));
        var right = Evaluate(operation.Value);
        var value = Calculate(operation.OperatorKind, left, right, operation, operation.OperatorMethod);
        return Pinned(parts, () =>
        {
            Assign(operation.Target, value, operation.Value);
            return value;
        });
    }

    private Value Increment(IIncrementOrDecrementOperation operation)
    {
        var parts = PartsOf(operation.Target);
        var before = Pinned(parts, () => Evaluate(operation.Target));
        var kind = operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var after = operation.OperatorMethod is { } method && IsSource(method)
            ? Invoke(method, null, new Arguments([new Argument(method.Parameters[0], before, null)]), operation, isVirtual: false)
            : Calculate(kind, before, ConstantValue.Of(1), operation, null);
        return Pinned(parts, () =>
        {
            Assign(operation.Target, after, null);
            return operation.IsPostfix ? before : after;
        });
    }

    /// <summary>The object and the indices of a target, evaluated.</summary>
    private IReadOnlyList<(IOperation Part, Value Value)> PartsOf(IOperation target)
    {
        IEnumerable<IOperation?> parts = target switch
        {
            IPropertyReferenceOperation { Arguments: var arguments } property => arguments.Select(a => a.Value).Prepend(property.Instance),
            IArrayElementReferenceOperation { Indices: var indices } element => indices.Prepend(element.ArrayReference),
            IFieldReferenceOperation field => [field.Instance],
            _ => [],
        };

        // What has no effects can as well be evaluated twice.
        return [.. parts.Where(p => p is not (null or IInstanceReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or ILiteralOperation or IConditionalAccessInstanceOperation)).Select(p => (p!, Evaluate(p)))];
    }

    private Value Pinned(IReadOnlyList<(IOperation Part, Value Value)> parts, Func<Value> run)
    {
        foreach (var (part, value) in parts)
        {
            pinned[part] = value;
        }

        var result = run();
        foreach (var (part, _) in parts)
        {
            pinned.Remove(part);
        }

        return result;
    }
}
