using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>What is asked of strings: decided where the known parts tell, else a condition.</summary>
internal static class StringTests
{
    private const string String = "System.String";

    public static void Register(KnownTable table) => table
        .Method(String, "StartsWith", call => Test(call, StartsWith))
        .Method(String, "EndsWith", call => Test(call, EndsWith))
        .Method(String, "Contains", call => Test(call, Contains))
        .Method(String, "Equals", Equals)
        .Method(String, "IsNullOrEmpty", call => call.Map(call[0], one => GuardValue.Of(IsNullOrEmpty(call, one))))
        .Method(String, "IsNullOrWhiteSpace", call => call.Map(call[0], one => GuardValue.Of(IsNullOrWhiteSpace(call, one))))
        .Method(String, "Compare CompareOrdinal", call => call.Count == 2 ? Compare(call, call[0], call[1]) : null)
        .Method(String, "CompareTo", call => Compare(call, call.Receiver, call[0]))
        .Method(String, "IndexOf", IndexOf)
        .Method(String, "LastIndexOf", LastIndexOf);

    /// <summary>The paths on which two values, which may be choices, are the same string but for its case.</summary>
    public static Guard EqualIgnoringCase(KnownCall call, Value left, Value right)
    {
        var equal = Guard.Never;
        foreach (var a in ChoiceValue.On(call.Guard, left).Alternatives)
        {
            foreach (var b in ChoiceValue.On(call.Guard, right).Alternatives)
            {
                var on = a.Guard & b.Guard;
                if (call.IsPossible(on))
                {
                    // Lowered, so that it is the same question as "env.ToLower() == …".
                    equal |= on & (a.Value.IsNull || b.Value.IsNull
                        ? call.Evaluator.AreEqual(a.Value, b.Value)
                        : call.Evaluator.AreEqual(StringEdits.ToLower(call, a.Value), StringEdits.ToLower(call, b.Value)));
                }
            }
        }

        return equal;
    }

    /// <summary>Whether a call compares without regard to case; null where that is not known.</summary>
    public static bool? IgnoresCase(KnownCall call)
    {
        if (call.Given("ignoreCase") is { } flag)
        {
            return (flag as ConstantValue)?.Content as bool?;
        }

        // The kinds of StringComparison that ignore case have odd numbers.
        return call.Given("comparisonType") is not { } comparison ? false
            : comparison is ConstantValue { Content: int kind } ? kind % 2 == 1
            : null;
    }

    private static Value? Test(KnownCall call, Func<Template, string, Ternary> decide)
    {
        if (IgnoresCase(call) is not { } ignoreCase)
        {
            return null;
        }

        return call.Map(call.Receiver, call[0], (text, wanted) =>
        {
            var (whole, part) = ignoreCase ? (StringEdits.ToLower(call, text), StringEdits.ToLower(call, wanted)) : (text, wanted);
            var (template, sought) = (call.Evaluator.TextOf(whole), call.Evaluator.TextOf(part));
            var answer = sought.TryGetLiteral(out var literal) ? decide(template, literal) : template.Equals(sought) ? Ternary.Yes : Ternary.Unknown;
            return GuardValue.Of(answer switch
            {
                Ternary.Yes => Guard.Always,
                Ternary.No => Guard.Never,
                _ => call.Ask(Evaluator.KeyOf(whole) + "." + call.Member.Name + "(" + Evaluator.KeyOf(part) + ")", whole, part),
            });
        });
    }

    private static Ternary StartsWith(Template text, string wanted) =>
        text.Prefix.Length >= wanted.Length || text.IsLiteral ? text.Prefix.StartsWith(wanted, StringComparison.Ordinal).ToTernary()
        : wanted.StartsWith(text.Prefix, StringComparison.Ordinal) ? Ternary.Unknown : Ternary.No;

    private static Ternary EndsWith(Template text, string wanted) =>
        text.Suffix.Length >= wanted.Length || text.IsLiteral ? text.Suffix.EndsWith(wanted, StringComparison.Ordinal).ToTernary()
        : wanted.EndsWith(text.Suffix, StringComparison.Ordinal) ? Ternary.Unknown : Ternary.No;

    private static Ternary Contains(Template text, string wanted) =>
        wanted.Length == 0 || text.Parts.Any(p => p.Text is { } known && known.Contains(wanted)) ? Ternary.Yes
        : text.IsLiteral ? Ternary.No : Ternary.Unknown;

    private static Value? Equals(KnownCall call)
    {
        var (left, right) = call.ReceiverOrNone is { } receiver ? (receiver, call[0]) : (call[0], call[1]);
        return IgnoresCase(call) switch
        {
            true => GuardValue.Of(EqualIgnoringCase(call, left, right)),
            false => GuardValue.Of(call.Evaluator.AreEqual(left, right)),
            null => null,
        };
    }

    private static Guard IsNullOrEmpty(KnownCall call, Value value) => value switch
    {
        ConstantValue constant => constant.Content is null or "" ? Guard.Always : Guard.Never,
        TextValue text when IsCertainlyLong(text.Text) => Guard.Never,
        TextValue => call.Evaluator.AreEqual(value, ConstantValue.Of("")),
        UnknownValue => call.Evaluator.AreEqual(value, ConstantValue.Null) | call.Evaluator.AreEqual(value, ConstantValue.Of("")),
        _ => Guard.Never,
    };

    private static Guard IsNullOrWhiteSpace(KnownCall call, Value value) => value switch
    {
        ConstantValue constant => string.IsNullOrWhiteSpace(constant.Content as string) ? Guard.Always : Guard.Never,
        TextValue text when text.Text.Parts.Any(p => !string.IsNullOrWhiteSpace(p.Text)) || IsCertainlyLong(text.Text) && text.Text.Parts.Any(p => p.Hole is not null and not { Kind: HoleKind.Any }) => Guard.Never,

        // One question: three related ones (null, empty, blank) would make every path doubtful.
        _ => call.Ask("string.IsNullOrWhiteSpace(" + Evaluator.KeyOf(value) + ")", value),
    };

    private static bool IsCertainlyLong(Template text) => text.Parts.Any(p => p.Text is not null || p.Hole is not { Kind: HoleKind.Any });

    private static Value? Compare(KnownCall call, Value left, Value right) => call.Map(left, right, (a, b) =>
        a is ConstantValue { Content: string x } && b is ConstantValue { Content: string y }
            ? ConstantValue.Of(Math.Sign(call.Member.Name == "CompareOrdinal" ? string.CompareOrdinal(x, y) : string.Compare(x, y, StringComparison.InvariantCulture)))
            : call.Unknown("it is the order of texts that are not known"));

    private static Value? IndexOf(KnownCall call) => IsOrdinal(call)
        ? Place(call, (text, sought) => text.Prefix.IndexOf(sought, StringComparison.Ordinal) is var place && (place >= 0 || text.IsLiteral) ? place : null)
        : null;

    /// <summary>Only a text that is known whole tells the place counted from its start.</summary>
    private static Value? LastIndexOf(KnownCall call) => IsOrdinal(call)
        ? Place(call, (text, sought) => text.TryGetLiteral(out var literal) ? literal.LastIndexOf(sought, StringComparison.Ordinal) : null)
        : null;

    /// <summary>Whether the search starts at the beginning (or end) and compares character by character.</summary>
    private static bool IsOrdinal(KnownCall call) => call.Count == 1 || (call.Given("comparisonType") is not null && IgnoresCase(call) == false);

    private static Value Place(KnownCall call, Func<Template, string, int?> find) => call.Map(call.Receiver, call[0], (text, wanted) =>
        call.Evaluator.TextOf(wanted).TryGetLiteral(out var sought) && find(call.Evaluator.TextOf(text), sought) is { } place
            ? ConstantValue.Of(place)
            : call.Unknown("it is a place in a text that is not known"));
}
