using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Arrays, indexers and collection expressions.</content>
internal sealed partial class Evaluator
{
    private Value ArrayCreation(IArrayCreationOperation operation)
    {
        var key = NumberedKey("array");
        if (operation.Initializer is { } initializer)
        {
            return ArrayOf(key, initializer);
        }

        if (operation.DimensionSizes.Length == 1
            && Evaluate(operation.DimensionSizes[0]) is ConstantValue { Content: int size and >= 0 and <= 100_000 }
            && operation.Type is IArrayTypeSymbol array)
        {
            Charge(size);
            var empty = DefaultOf(array.ElementType);
            return new SequenceValue(key, Enumerable.Repeat(new Element(Guard.Always, empty), size), Guard.Never);
        }

        return new SequenceValue(key, [], Guard);
    }

    private Value ArrayElementValue(IOperation element) => element is IArrayInitializerOperation nested
        ? ArrayOf(NumberedKey("array"), nested)
        : Evaluate(element);

    private SequenceValue ArrayOf(UniqueKey key, IArrayInitializerOperation initializer)
    {
        var elements = new SequenceValue.Draft(initializer.ElementValues.Length);
        foreach (var element in initializer.ElementValues)
        {
            elements.Add(new(Guard.Always, ArrayElementValue(element)));
        }

        return new(key, elements, Guard.Never);
    }

    private Value CollectionExpression(ICollectionExpressionOperation operation)
    {
        var elements = new List<Element>();
        foreach (var element in operation.Elements)
        {
            if (element is not ISpreadOperation spread)
            {
                elements.Add(new(Guard.Always, Evaluate(element)));
                continue;
            }

            elements.AddRange(KnownLibrary.Spread(this, Evaluate(spread.Operand), operation.Type, Site(operation)).Select(e => Guard.Implies(e.Guard) ? e with { Guard = Guard.Always } : e));
        }

        return KnownLibrary.Collection(this, elements, operation.Type, Site(operation));
    }

    private Value ArrayElement(IArrayElementReferenceOperation operation)
    {
        var array = Evaluate(operation.ArrayReference);
        if (operation.Indices.Length == 1 && operation.Indices[0] is IRangeOperation range)
        {
            return Map(array, one => Range(one, range, operation));
        }

        var indices = operation.Indices.Select(Index).ToList();
        return Map(array, one => indices.Count == 1 && one is SequenceValue sequence && IndexIn(sequence, operation.Indices[0], indices[0]) is { } index
            ? ChoiceValue.On(Guard, sequence.Elements[index].Value)
            : one is SequenceValue array && indices.Count == 1 && operation.Type is not null && operation.Indices[0] is not IUnaryOperation
                ? KnownLibrary.ElementAt(this, array, indices[0], operation.Type, Site(operation))
                : Element(one, indices, operation));
    }

    /// <summary>The number of an index, from whichever end it counts.</summary>
    private Value Index(IOperation index)
    {
        while (index is IConversionOperation { OperatorMethod: null } or IConversionOperation { Type.Name: "Index" })
        {
            index = ((IConversionOperation)index).Operand;
        }

        return Evaluate(index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat ? hat.Operand : index);
    }

    private UnknownValue Element(Value collection, IReadOnlyList<Value> indices, IOperation operation) => new(
        (collection is UnknownValue ? "" : Condition.Determined) + KeyOf(collection) + "[" + string.Join(",", indices.Select(KeyOf)) + "]",
        DisplayOf(collection) + "[" + string.Join(", ", indices.Select(DisplayOf)) + "]",
        operation.Type,
        "it is an element of an unknown collection");

    /// <summary>The place of an index in a sequence whose elements are all certainly there; null where it is not known, or out of range.</summary>
    private int? IndexIn(SequenceValue sequence, IOperation indexOperation, Value index)
    {
        if (index is not ConstantValue { Content: int number } || sequence.IsShuffled || (sequence.MayHaveMore & Guard).IsFeasible || !sequence.IsCertainUpTo(sequence.Elements.Count, Guard))
        {
            return null;
        }

        while (indexOperation is IConversionOperation conversion)
        {
            indexOperation = conversion.Operand;
        }

        if (indexOperation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat })
        {
            number = sequence.Elements.Count - number;
        }

        return number >= 0 && number < sequence.Elements.Count ? number : null;
    }

    private Value ImplicitIndexer(IImplicitIndexerReferenceOperation operation)
    {
        var receiver = Evaluate(operation.Instance);
        if (operation.Argument is IRangeOperation range)
        {
            return Map(receiver, one => Range(one, range, operation));
        }

        var index = Index(operation.Argument);
        return Map(receiver, one => one is SequenceValue sequence && IndexIn(sequence, operation.Argument, index) is { } at
            ? ChoiceValue.On(Guard, sequence.Elements[at].Value)
            : Element(one, [index], operation));
    }

    private Value Range(Value value, IRangeOperation range, IOperation operation)
    {
        var count = value is SequenceValue sequence && sequence.IsKnownOn(Guard) ? sequence.Elements.Count
            : value is ConstantValue { Content: string literal } ? literal.Length : -1;
        if (count < 0 || Bound(range.LeftOperand, 0) is not { } start || Bound(range.RightOperand, count) is not { } end || start < 0 || end < start || end > count)
        {
            return Unknown(operation, "it is part of an unknown");
        }

        return value is ConstantValue { Content: string text }
            ? ConstantValue.Of(text.Substring(start, end - start))
            : new SequenceValue(NumberedKey("range"), ((SequenceValue)value).Elements.Skip(start).Take(end - start), Guard.Never);

        int? Bound(IOperation? bound, int otherwise)
        {
            if (bound is null)
            {
                return otherwise;
            }

            while (bound is IConversionOperation conversion)
            {
                bound = conversion.Operand;
            }

            return Index(bound) is ConstantValue { Content: int number } ? bound is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } ? count - number : number : null;
        }
    }

    private void AssignElement(IArrayElementReferenceOperation target, Value value)
    {
        var array = Evaluate(target.ArrayReference);
        var index = target.Indices.Length == 1 ? Index(target.Indices[0]) : ConstantValue.Null;
        Map(array, one =>
        {
            if (one is SequenceValue sequence)
            {
                if (IndexIn(sequence, target.Indices[0], index) is { } at)
                {
                    sequence.Replace(at, Guard, value);
                }
                else
                {
                    sequence.Open(Guard, "an element whose index is not known is assigned");
                }
            }

            return one;
        });
    }
}
