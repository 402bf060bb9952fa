using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Operators.</content>
internal sealed partial class Evaluator
{
    private Value Unary(IUnaryOperation operation)
    {
        var operand = Evaluate(operation.Operand);
        if (operation.OperatorMethod is { } method && IsSource(method))
        {
            return Invoke(method, null, new Arguments([new Argument(method.Parameters[0], operand, operation.Operand)]), operation, isVirtual: false);
        }

        if (operation.Type is { TypeKind: TypeKind.Error } || IsUnwritten(operand))
        {
            return Incalculable(operation, operand);
        }

        return operation.OperatorKind switch
        {
            UnaryOperatorKind.Not when operation.Type?.SpecialType == SpecialType.System_Boolean => GuardValue.Of(!AsGuard(operand)),
            UnaryOperatorKind.Minus => Calculate(BinaryOperatorKind.Subtract, ConstantValue.Of(0), operand, operation, null),
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.BitwiseNegation when operand is ConstantValue { Content: int number } => (Value?)Sized(~number, operation.Type) ?? operand,
            _ => Unknown(operation, "it is calculated from an unknown"),
        };
    }

    private Value Binary(IBinaryOperation operation)
    {
        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return ShortCircuit(operation);
        }

        var left = Evaluate(operation.LeftOperand);
        var right = Evaluate(operation.RightOperand);
        return Calculate(operation.OperatorKind, left, right, operation, operation.OperatorMethod);
    }

    /// <summary><c>&amp;&amp;</c> and <c>||</c>; a long chain of them is one loop, not one recursion a link.</summary>
    private Value ShortCircuit(IBinaryOperation operation)
    {
        var links = new Stack<IOperation>();
        IOperation head = operation;
        while (head is IBinaryOperation link && link.OperatorKind == operation.OperatorKind)
        {
            links.Push(link.RightOperand);
            head = link.LeftOperand;
        }

        var isAnd = operation.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        var result = Test(head);
        while (links.Count > 0)
        {
            var next = links.Pop();
            var open = isAnd ? result : !result;
            var right = AsGuard(Under(open, () => Evaluate(next)));
            result = isAnd ? result & right : result | (open & right);
        }

        return GuardValue.Of(result);
    }

    private Value Calculate(BinaryOperatorKind kind, Value left, Value right, IOperation operation, IMethodSymbol? method)
    {
        if (method is not null && IsSource(method) && BodyOf(method) is not null)
        {
            return Invoke(method, null, new Arguments([new Argument(method.Parameters[0], left, null), new Argument(method.Parameters[1], right, null)]), operation, isVirtual: false);
        }

        if (operation.Type is { TypeKind: TypeKind.Error })
        {
            return Incalculable(operation, left, right);
        }

        switch (kind)
        {
            case BinaryOperatorKind.Equals:
                return GuardValue.Of(AreEqual(left, right));
            case BinaryOperatorKind.NotEquals:
                return GuardValue.Of(!AreEqual(left, right));
            case BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                return Compare(kind, left, right, operation);
            case BinaryOperatorKind.Add when operation.Type?.SpecialType == SpecialType.System_String:
                return Concatenate([Printed(left, operation), Printed(right, operation)]);
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when operation.Type?.TypeKind == TypeKind.Delegate:
                return Combined(kind, left, right, operation);
            case BinaryOperatorKind.And when operation.Type?.SpecialType == SpecialType.System_Boolean:
                return GuardValue.Of(AsGuard(left) & AsGuard(right));
            case BinaryOperatorKind.Or when operation.Type?.SpecialType == SpecialType.System_Boolean:
                return GuardValue.Of(AsGuard(left) | AsGuard(right));
            case BinaryOperatorKind.ExclusiveOr when operation.Type?.SpecialType == SpecialType.System_Boolean:
                return GuardValue.Of(!Same(AsGuard(left), AsGuard(right)));
        }

        return Map(left, l => Map(right, r => l is ConstantValue a && r is ConstantValue b && Arithmetic(kind, a.Content, b.Content, operation.Type) is { } result
            ? result
            : (l.IsNull || r.IsNull) && operation.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? ConstantValue.Null
            : kind == BinaryOperatorKind.And && l is UnknownValue flags && HasFlag(flags, r) is { } has ? ChoiceValue.Of(has, r, Constant(0, operation.Type!))
            : new UnknownValue(CalculationKey(kind, l, r), DisplayOf(l) + " " + kind + " " + DisplayOf(r), operation.Type, "it is calculated from an unknown")));
    }

    /// <summary>The paths on which an unknown set of flags has one of them; null where the other is not a single flag.</summary>
    internal Guard? HasFlag(UnknownValue flags, Value flag) =>
        flag is ConstantValue constant && NumberOf(constant.Content) is { } number and > 0 and <= int.MaxValue && ((int)number & ((int)number - 1)) == 0
            ? Guards.Equal(flags.Key + ".HasFlag(" + constant.Content + ")", true, flags.Display + " has " + (constant.EnumMember ?? constant.ToString()))
            : null;

    /// <summary>A calculation with an unknown is a path within it, as a member is: what is asked of the two is related.</summary>
    private static string CalculationKey(BinaryOperatorKind kind, Value left, Value right) => left is ConstantValue && right is UnknownValue
        ? KeyOf(right) + "." + kind + "(" + KeyOf(left) + ", it)"
        : KeyOf(left) + "." + kind + "(" + KeyOf(right) + ")";

    /// <summary>An order comparison, as a Boolean.</summary>
    private Value Compare(BinaryOperatorKind kind, Value left, Value right, IOperation operation) => Map(left, l => Map(right, r =>
    {
        if ((l.IsNull || r.IsNull) && operation is IBinaryOperation { IsLifted: true } or IRelationalPatternOperation)
        {
            // A number that is not there is neither less nor greater.
            return ConstantValue.False;
        }

        if (Number(l) is { } a && Number(r) is { } b)
        {
            return GuardValue.Of((kind switch
            {
                BinaryOperatorKind.LessThan => a < b,
                BinaryOperatorKind.LessThanOrEqual => a <= b,
                BinaryOperatorKind.GreaterThan => a > b,
                _ => a >= b,
            }) ? Guard.Always : Guard.Never);
        }

        if (l is UnknownValue unknown && Number(r) is { } bound)
        {
            return GuardValue.Of(CompareWith(unknown, kind, bound));
        }

        if (r is UnknownValue other && Number(l) is { } limit)
        {
            return GuardValue.Of(CompareWith(other, Flipped(kind), limit));
        }

        return GuardValue.Of(Guards.Opaque(KeyOf(l) + kind + KeyOf(r), [.. Subjects(l), .. Subjects(r)], operation.Syntax.ToString()));
    }));

    private static double? Number(Value value) =>
        value is ConstantValue { Content: var content } ? NumberOf(content) : null;

    private static BinaryOperatorKind Flipped(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        _ => BinaryOperatorKind.LessThanOrEqual,
    };

    private Guard CompareWith(UnknownValue unknown, BinaryOperatorKind kind, double bound)
    {
        var display = unknown.Display;
        var isWhole = unknown.Type?.SpecialType is null or (not SpecialType.System_Double and not SpecialType.System_Single and not SpecialType.System_Decimal);
        Guard Below(double limit) => Guards.Less(unknown.Key, limit, display + " < " + limit.ToString(CultureInfo.InvariantCulture));
        Guard AtMost(double limit) => isWhole ? Below(limit + 1) : Below(limit) | AreEqual(unknown, ConstantValue.Of(limit));
        return kind switch
        {
            BinaryOperatorKind.LessThan => Below(bound),
            BinaryOperatorKind.LessThanOrEqual => AtMost(bound),
            BinaryOperatorKind.GreaterThan => !AtMost(bound),
            _ => !Below(bound),
        };
    }
}
