using System.Globalization;
using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Numbers: parsing, converting, and the mathematics of constants.</summary>
internal static class Numbers
{
    private static readonly string[] Types = ["System.Int32", "System.Int64", "System.Double", "System.Decimal", "System.Single", "System.Boolean"];

    public static void Register(KnownTable table) => table
        .Methods(Types, "Parse", call => call.Count == 1 || call.Arguments.Items.Skip(1).All(a => a.Parameter.Type.Name is "IFormatProvider") ? call.Map(call[0], one => Parse(one, call.ReturnType) ?? (one is ConstantValue && call.Evaluator.Fails("System.FormatException") ? ConstantValue.Null : call.Unknown("it is parsed"))) : null)
        .Methods(Types, "TryParse", TryParse)
        .Methods(["System.Int32", "System.Int64", "System.Int16", "System.Byte"], "ToString", call => call.Count > 0 && call[0] is ConstantValue { Content: string format }
            ? call.Map(call.Receiver, one => StringJoins.Formatted(call, one, format) ?? call.UnknownText("it is formatted"))
            : call.Map(call.Receiver, one => StringJoins.Printed(call, one)))
        .Method("System.Convert", "ToInt32 ToInt64 ToDouble ToDecimal ToBoolean", call => call.Count == 1 ? call.Map(Flag(call, call[0]), one => Converted(one, call.ReturnType) ?? call.Unknown("it is converted")) : null)
        .Method("System.Convert", "ToString", call => call.Map(KnownCall.Split(call[0]), one => call.Count == 1 && call.ReturnType?.SpecialType == SpecialType.System_String ? StringJoins.Printed(call, one) : call.UnknownText("it is converted")))
        .Method("System.Math", "Max", call => Two(call, Math.Max))
        .Method("System.Math", "Min", call => Two(call, Math.Min))
        .Method("System.Math", "Abs", call => One(call, Math.Abs))
        .Method("System.Math", "Floor", call => One(call, Math.Floor))
        .Method("System.Math", "Ceiling", call => One(call, Math.Ceiling))
        .Method("System.Math", "Clamp", call => Clamp(call));

    /// <summary>A Boolean as a choice of its two values.</summary>
    private static Value Flag(KnownCall call, Value value) => value is UnknownValue { Type.SpecialType: SpecialType.System_Boolean }
        ? ChoiceValue.Of(call.Evaluator.AsGuard(value), ConstantValue.True, ConstantValue.False)
        : KnownCall.Split(value);

    private static Value? Parse(Value value, ITypeSymbol? type)
    {
        if (value is not ConstantValue { Content: string text })
        {
            return null;
        }

        return type?.SpecialType == SpecialType.System_Boolean
            ? bool.TryParse(text, out var flag) ? ConstantValue.Of(flag) : null
            : decimal.TryParse(text, type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 ? NumberStyles.Integer : NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? Folds.Constant(number, type)
                : null;
    }

    private static Value? TryParse(KnownCall call)
    {
        var last = call.Count - 1;
        if (call.Arguments.Items[last].Parameter is not { RefKind: RefKind.Out, Type: var type })
        {
            return null;
        }

        return call.Map(call[0], one =>
        {
            var missing = Evaluator.DefaultOf(type);
            if (one is ConstantValue)
            {
                var parsed = Parse(one, type);
                call.Evaluator.AssignOut(call.Arguments.Items[last], parsed ?? missing);
                return ConstantValue.Of(parsed is not null);
            }

            var key = call.Member.ContainingType.Name + ".TryParse(" + Evaluator.KeyOf(one) + ")";
            var isNumber = call.Ask(key, one);
            call.Evaluator.AssignOut(call.Arguments.Items[last], ChoiceValue.Of(isNumber, call.UnknownAs(key + ".out", call.Display, type, "it is parsed"), missing));
            return GuardValue.Of(isNumber);
        });
    }

    private static Value? Converted(Value value, ITypeSymbol? type) => value switch
    {
        ConstantValue { Content: string } => Parse(value, type),
        ConstantValue { Content: bool flag } => type?.SpecialType == SpecialType.System_Boolean ? value : Folds.Constant(flag ? 1 : 0, type),
        ConstantValue when Number(value) is { } number => type?.SpecialType == SpecialType.System_Boolean ? ConstantValue.Of(number != 0)
            : type?.SpecialType is SpecialType.System_Double or SpecialType.System_Decimal ? Folds.Constant(number, type)
            // To the nearest even number, as Convert does.
            : Folds.Constant(decimal.Round(number), type),
        _ => null,
    };

    private static decimal? Number(Value value) => value is ConstantValue { Content: IConvertible number and (int or long or short or byte or decimal) } ? number.ToDecimal(CultureInfo.InvariantCulture)
        : value is ConstantValue { Content: double real } && Math.Abs(real) < 1e15 ? (decimal)real : null;

    private static Value? Two(KnownCall call, Func<decimal, decimal, decimal> function) => call.Map(call[0], call[1], (a, b) =>
        Number(a) is { } x && Number(b) is { } y && Folds.Constant(function(x, y), call.ReturnType) is { } result ? result : call.Unknown("it is calculated"));

    private static Value? One(KnownCall call, Func<decimal, decimal> function) => call.Map(call[0], a =>
        Number(a) is { } x && Folds.Constant(function(x), call.ReturnType) is { } result ? result : call.Unknown("it is calculated"));

    private static Value? Clamp(KnownCall call) => Number(call[0]) is { } value && Number(call[1]) is { } low && Number(call[2]) is { } high
        ? Folds.Constant(Math.Min(Math.Max(value, low), high), call.ReturnType)
        : null;
}
