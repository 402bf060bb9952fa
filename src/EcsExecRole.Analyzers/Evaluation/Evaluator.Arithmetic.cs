using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Calculations with numbers that are known, as wide as their types are.</content>
internal sealed partial class Evaluator
{
    /// <summary>The result of an operation on two constants; null where it is not followed.</summary>
    private static Value? Arithmetic(BinaryOperatorKind kind, object? left, object? right, ITypeSymbol? type)
    {
        left = left is char first ? (int)first : left;
        right = right is char second ? (int)second : right;
        if (left is not IConvertible a || right is not IConvertible b || NumberOf(left) is null || NumberOf(right) is null || left is ulong || right is ulong)
        {
            return null;
        }

        if (type?.SpecialType == SpecialType.System_Decimal)
        {
            return Decimal(kind, a.ToDecimal(CultureInfo.InvariantCulture), b.ToDecimal(CultureInfo.InvariantCulture)) is { } exact ? ConstantValue.Of(exact) : null;
        }

        if (left is double or float or decimal || right is double or float or decimal)
        {
            return Real(kind, a.ToDouble(CultureInfo.InvariantCulture), b.ToDouble(CultureInfo.InvariantCulture)) is { } real ? Sized(real, type) : null;
        }

        return Whole(kind, a.ToInt64(CultureInfo.InvariantCulture), b.ToInt64(CultureInfo.InvariantCulture), IsLong(type)) is { } whole ? Sized(whole, type) : null;
    }

    private static decimal? Decimal(BinaryOperatorKind kind, decimal a, decimal b)
    {
        try
        {
            return kind switch
            {
                BinaryOperatorKind.Add => a + b,
                BinaryOperatorKind.Subtract => a - b,
                BinaryOperatorKind.Multiply => a * b,
                BinaryOperatorKind.Divide when b != 0 => a / b,
                BinaryOperatorKind.Remainder when b != 0 => a % b,
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static double? Real(BinaryOperatorKind kind, double a, double b) => kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Subtract => a - b,
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide => a / b,
        BinaryOperatorKind.Remainder => a % b,
        _ => null,
    };

    private static long? Whole(BinaryOperatorKind kind, long a, long b, bool isLong) => unchecked(kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Subtract => a - b,
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide when b is not (0 or -1) => a / b,
        BinaryOperatorKind.Remainder when b is not (0 or -1) => a % b,
        BinaryOperatorKind.And => a & b,
        BinaryOperatorKind.Or => a | b,
        BinaryOperatorKind.ExclusiveOr => a ^ b,
        BinaryOperatorKind.LeftShift => a << (int)(b & (isLong ? 63 : 31)),
        BinaryOperatorKind.RightShift => a >> (int)(b & (isLong ? 63 : 31)),
        _ => null,
    });

    private static bool IsLong(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64;

    /// <summary>A number as a value of a type, cut to its width as an unchecked conversion does; null where it does not say what a program would get.</summary>
    private static ConstantValue? Sized(IConvertible number, ITypeSymbol? type)
    {
        if (number is double or float or decimal && type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal or null or SpecialType.None)
        {
            return type?.SpecialType == SpecialType.System_Single ? ConstantValue.Of(number.ToSingle(CultureInfo.InvariantCulture)) : ConstantValue.Of(number);
        }

        if (type?.TypeKind == TypeKind.Enum)
        {
            return number is double or float or decimal ? null : (ConstantValue)Constant(unchecked((int)number.ToInt64(CultureInfo.InvariantCulture)), type);
        }

        if (number is double or float or decimal && Math.Abs(number.ToDouble(CultureInfo.InvariantCulture)) >= long.MaxValue)
        {
            return null;
        }

        var whole = number is double or float or decimal ? (long)Math.Truncate(number.ToDouble(CultureInfo.InvariantCulture)) : number.ToInt64(CultureInfo.InvariantCulture);
        return unchecked(type?.SpecialType switch
        {
            SpecialType.System_Char => ConstantValue.Of((char)whole),
            SpecialType.System_SByte => ConstantValue.Of((int)(sbyte)whole),
            SpecialType.System_Byte => ConstantValue.Of((int)(byte)whole),
            SpecialType.System_Int16 => ConstantValue.Of((int)(short)whole),
            SpecialType.System_UInt16 => ConstantValue.Of((int)(ushort)whole),
            SpecialType.System_Int32 => ConstantValue.Of((int)whole),
            SpecialType.System_UInt32 => Narrow((uint)whole),
            SpecialType.System_UInt64 when whole < 0 => null,
            SpecialType.System_Single => ConstantValue.Of((float)whole),
            SpecialType.System_Double => ConstantValue.Of((double)whole),
            SpecialType.System_Decimal => ConstantValue.Of((decimal)whole),
            _ => Narrow(whole),
        });
    }

    private static ConstantValue Narrow(long whole) => whole is >= int.MinValue and <= int.MaxValue ? ConstantValue.Of((int)whole) : ConstantValue.Of(whole);

    /// <summary>A constant that is converted from one type of numbers to another.</summary>
    private static Value Resized(ConstantValue constant, ITypeSymbol type) =>
        constant.Content is IConvertible and not (ulong or string or bool or DateTime) && type.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_Double
            ? Sized(constant.Content is char c ? (int)c : (IConvertible)constant.Content, type) ?? (Value)constant
            : constant;
}
