using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Enums, as constants that know their member's name.</summary>
internal static class Enums
{
    private const string Enum = "System.Enum";

    public static void Register(KnownTable table) => table
        .Method(Enum, "Parse", call => call.TypeArgument(0) is { } type ? call.Map(call[0], one => Parse(call, one, type) ?? call.Unknown("it is parsed")) : null)
        .Method(Enum, "TryParse", TryParse)
        .Method(Enum, "GetValues", call => call.TypeArgument(0) is { } type ? Members(call, type, f => Evaluator.Constant(f.ConstantValue, type)) : null)
        .Method(Enum, "GetNames", call => call.TypeArgument(0) is { } type ? Members(call, type, f => ConstantValue.Of(f.Name)) : null)
        .Method(Enum, "GetName", call => call.TypeArgument(0) is not null && call[0] is ConstantValue { EnumMember: { } name } ? ConstantValue.Of(name) : null)
        .Method(Enum, "HasFlag", HasFlag);

    private static Value? HasFlag(KnownCall call) => (call.Receiver, call[0]) switch
    {
        (ConstantValue { Content: IConvertible all }, ConstantValue { Content: IConvertible one }) => ConstantValue.Of((Bits(all) & Bits(one)) == Bits(one)),
        (UnknownValue flags, { } flag) when call.Evaluator.HasFlag(flags, flag) is { } has => GuardValue.Of(has),
        _ => null,
    };

    private static long Bits(IConvertible value) => value.ToInt64(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<IFieldSymbol> Fields(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue);

    private static Value Members(KnownCall call, ITypeSymbol type, Func<IFieldSymbol, Value> value) => call.NewSequence(Fields(type)
        .Where(f => f.ConstantValue is IConvertible)
        .OrderBy(f => unchecked((ulong)Bits((IConvertible)f.ConstantValue!)))
        .Select(f => new Element(Guard.Always, value(f))));

    private static Value? Parse(KnownCall call, Value value, ITypeSymbol type)
    {
        if (value is not ConstantValue { Content: string text })
        {
            return null;
        }

        var comparison = StringTests.IgnoresCase(call) switch { true => StringComparison.OrdinalIgnoreCase, false => StringComparison.Ordinal, null => (StringComparison?)null };
        return comparison is { } how && Fields(type).FirstOrDefault(f => string.Equals(f.Name, text.Trim(), how)) is { } field
            ? Evaluator.Constant(field.ConstantValue, type)
            : null;
    }

    private static Value? TryParse(KnownCall call)
    {
        if (call.TypeArgument(0) is not { } type)
        {
            return null;
        }

        var last = call.Arguments.Items[call.Count - 1];
        return call.Map(call[0], one =>
        {
            if (Parse(call, one, type) is { } parsed)
            {
                call.Evaluator.AssignOut(last, parsed);
                return ConstantValue.True;
            }

            // A number is parsed, too.
            var key = type.Name + ".TryParse(" + Evaluator.KeyOf(one) + ")";
            var isMember = one is ConstantValue { Content: string text } && text.All(c => char.IsLetter(c)) && text.Length > 0 && StringTests.IgnoresCase(call) is not null ? Guard.Never : call.Ask(key, one);
            call.Evaluator.AssignOut(last, ChoiceValue.Of(isMember, call.UnknownAs(key + ".out", call.Display, type, "it is parsed"), Evaluator.DefaultOf(type)));
            return GuardValue.Of(isMember);
        });
    }
}
