using System.Globalization;
using System.Text;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary><c>Concat</c>, <c>Join</c> and <c>Format</c>.</summary>
internal static class StringJoins
{
    /// <summary>More texts than this, because elements are there on some paths only, are not told apart.</summary>
    private const int MaxTexts = 64;

    private const string String = "System.String";

    public static void Register(KnownTable table) => table
        .Method(String, "Concat", Concat)
        .Method(String, "Join", Join)
        .Method(String, "Format", Format)
        .Method(String, "Copy", call => call[0]);

    /// <summary>What <c>ToString()</c> yields: the program's own where there is one.</summary>
    public static Value Printed(KnownCall call, Value value) => call.Map(call.Evaluator.Printed(KnownCall.Split(value), call.Site.Operation), one => one is SequenceValue or DictionaryValue
        ? KnownCall.AsText(call.FreshUnknown("it is the name of a type"))
        : TextValue.Of(call.Evaluator.TextOf(one)));

    /// <summary>The elements of a sequence one after the other.</summary>
    public static Value Concatenate(KnownCall call, Value separator, SequenceValue pieces) => Concatenate(call, separator, Source.Of(call, pieces));

    /// <summary>The elements of a collection one after the other.</summary>
    public static Value Concatenate(KnownCall call, Value separator, Source source)
    {
        if (source.Each.Any(e => e.IsMany) || source.IsShuffled)
        {
            var key = source.QuestionKey(call.Member.Name + "(" + Evaluator.KeyOf(separator) + ")");
            return TextValue.Of(Template.Of(new Hole(key, HoleKind.Any, call.Display)));
        }

        call.Evaluator.Charge(source.Known.Count);
        var texts = new List<(Guard Guard, List<Value> Parts)> { (Guard.Always, []) };
        foreach (var element in source.Known)
        {
            var printed = Printed(call, element.Value);
            if (call.Guard.Implies(element.Guard))
            {
                texts.ForEach(t => AddTo(t.Parts, printed));
                continue;
            }

            var without = texts.Select(t => (Guard: t.Guard.Except(element.Guard), Parts: new List<Value>(t.Parts))).Where(t => call.IsPossible(t.Guard)).ToList();
            texts.ForEach(t => AddTo(t.Parts, printed));
            texts = [.. texts.Select(t => (t.Guard & element.Guard, t.Parts)).Where(t => call.IsPossible(t.Item1)), .. without];
            if (texts.Count > MaxTexts)
            {
                return KnownCall.AsText(call.FreshUnknown("it may be one of too many texts"));
            }
        }

        return ChoiceValue.Of(texts.Select(t => new Alternative(t.Guard, call.Evaluator.Under(t.Guard, () => call.Evaluator.Concatenate(t.Parts)))));

        void AddTo(List<Value> parts, Value part)
        {
            if (parts.Count > 0 && separator is not ConstantValue { Content: "" or null })
            {
                parts.Add(separator);
            }

            parts.Add(part);
        }
    }

    /// <summary>One argument of a composite format; null where it is formatted in a way that is not followed.</summary>
    public static Value? Formatted(KnownCall call, Value value, string? format)
    {
        if (string.IsNullOrEmpty(format))
        {
            return Printed(call, value);
        }

        // Whole numbers print the same in every culture by these formats; a string ignores its format.
        return value switch
        {
            ConstantValue { Content: string } => value,
            ConstantValue { Content: IFormattable number and (int or long or short or byte), EnumMember: null } when format![0] is 'D' or 'd' or 'X' or 'x' or '0' => ConstantValue.Of(number.ToString(format, CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private static Value Concat(KnownCall call) => call.Count == 1 && Source.ElementTypeOf(call.Arguments.Items[0].Parameter.Type) is not null
        ? Concatenate(call, ConstantValue.Of(""), call.Source(0))
        : call.Evaluator.Concatenate([.. call.Arguments.Items.Select(a => Printed(call, a.Value))]);

    private static Value? Join(KnownCall call) => call.Count == 2
        ? call.Map(call[0], separator => Concatenate(call, separator, call.Source(1)))
        : null;

    private static Value? Format(KnownCall call)
    {
        var first = call.Arguments.Find("provider") is null ? 0 : 1;
        if (call[first] is not ConstantValue { Content: string format })
        {
            return null;
        }

        var arguments = call.Arguments.Items.Skip(first + 1).Select(a => a.Value).ToList();
        if (arguments.Count == 1 && arguments[0] is SequenceValue all && call.Method.Parameters[first + 1].Name == "args")
        {
            if (!all.IsKnownOn(call.Guard) || !all.Elements.All(e => call.Guard.Implies(e.Guard)))
            {
                return call.UnknownText("it is formatted");
            }

            arguments = [.. all.Elements.Select(e => e.Value)];
        }

        var parts = new List<Value>();
        foreach (var part in Parse(format))
        {
            if (part.Text is { } text)
            {
                parts.Add(ConstantValue.Of(text));
            }
            else if (part.Index < arguments.Count && !part.IsAligned && Formatted(call, arguments[part.Index], part.Format) is { } formatted)
            {
                parts.Add(formatted);
            }
            else
            {
                return call.UnknownText("it is formatted");
            }
        }

        return call.Evaluator.Concatenate(parts);
    }

    /// <summary>The parts of a composite format: texts and placeholders.</summary>
    private static IEnumerable<(string? Text, int Index, bool IsAligned, string? Format)> Parse(string format)
    {
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            var isDoubled = i + 1 < format.Length && format[i + 1] == c;
            if (c is not ('{' or '}') || isDoubled)
            {
                text.Append(c);
                i += c is '{' or '}' ? 1 : 0;
                continue;
            }

            var end = c == '{' ? format.IndexOf('}', i) : -1;
            if (end < 0)
            {
                // Not a valid format: the program fails.
                yield return (null, int.MaxValue, false, null);
                yield break;
            }

            yield return (text.ToString(), 0, false, null);
            text.Clear();
            var hole = format.Substring(i + 1, end - i - 1);
            var colon = hole.IndexOf(':');
            var head = (colon < 0 ? hole : hole.Substring(0, colon)).Split(',');
            yield return (null, int.TryParse(head[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue, head.Length > 1, colon < 0 ? null : hole.Substring(colon + 1));
            i = end;
        }

        yield return (text.ToString(), 0, false, null);
    }
}
