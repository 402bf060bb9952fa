using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// Strings made of others. A hole is kept apart, with a key that tells what was done to it: what CDK puts there is a token, which an edit may well destroy, and
/// what a parameter puts there is anything.
/// </summary>
internal static class StringEdits
{
    private const string String = "System.String";

    public static void Register(KnownTable table) => table
        .Method(String, "ToLower ToLowerInvariant", call => call.Map(call.Receiver, one => ToLower(call, one)))
        .Method(String, "ToUpper ToUpperInvariant", call => call.Map(call.Receiver, one => Each(call, one, t => t.ToUpperInvariant(), ".ToUpper()")))
        .Method(String, "Trim TrimStart TrimEnd", Trim)
        .Method(String, "Replace", Replace)
        .Method(String, "Substring", Substring)
        .Method(String, "Remove", call => Literal(call, (text, at) => at.Length == 1 ? text.Remove(at[0]) : text.Remove(at[0], at[1])))
        .Method(String, "Insert", call => call.Map(call.Receiver, call[1], (text, inserted) =>
            text is ConstantValue { Content: string known } && call[0] is ConstantValue { Content: int place } && place >= 0 && place <= known.Length
                ? call.Evaluator.Concatenate([ConstantValue.Of(known.Substring(0, place)), inserted, ConstantValue.Of(known.Substring(place))])
                : call.UnknownText("it is an edited text")))
        .Method(String, "PadLeft PadRight", Pad)
        .Method(String, "Split", Split)
        .Method(String, "ToString Clone Normalize Intern", call => call.ReceiverOrNone ?? call[0])
        .Method(String, "ToCharArray", call => call.Receiver is ConstantValue { Content: string } ? call.Copy(call.Source()) : null)
        .Constructor(String, call => call.Count == 2 && call[0] is ConstantValue { Content: char c } && call[1] is ConstantValue { Content: int and >= 0 and < 10_000 and var count } ? ConstantValue.Of(new string(c, count))
            : call.Count == 1 && call[0] is SequenceValue ? StringJoins.Concatenate(call, ConstantValue.Of(""), call.Source(0))
            : null)
        .Getter(String, "Length", call => call.Receiver is ConstantValue { Content: string text } ? ConstantValue.Of(text.Length) : null)
        .Getter(String, "[]", call => call.Receiver.Text is { } text && call[0] is ConstantValue { Content: int place } && place >= 0 && place < text.Prefix.Length
            ? ConstantValue.Of(text.Prefix[place])
            : null)
        .Method("System.Char", "ToLower ToLowerInvariant", call => call[0] is ConstantValue { Content: char c } ? ConstantValue.Of(char.ToLowerInvariant(c)) : null)
        .Method("System.Char", "ToUpper ToUpperInvariant", call => call[0] is ConstantValue { Content: char c } ? ConstantValue.Of(char.ToUpperInvariant(c)) : null)
        .Method("System.Char", "IsDigit", call => Is(call, char.IsDigit))
        .Method("System.Char", "IsLetter", call => Is(call, char.IsLetter))
        .Method("System.Char", "IsLetterOrDigit", call => Is(call, char.IsLetterOrDigit))
        .Method("System.Char", "IsUpper", call => Is(call, char.IsUpper))
        .Method("System.Char", "IsLower", call => Is(call, char.IsLower))
        .Method("System.Char", "IsWhiteSpace", call => Is(call, char.IsWhiteSpace));

    /// <summary>A value in lower case.</summary>
    public static Value ToLower(KnownCall call, Value value) => Each(call, value, t => t.ToLowerInvariant(), ".ToLower()");

    private static Value? Is(KnownCall call, Func<char, bool> test) =>
        call.Count == 1 && call[0] is ConstantValue { Content: char c } ? ConstantValue.Of(test(c)) : null;

    /// <summary>Edits the known parts, and marks the holes as edited.</summary>
    private static Value Each(KnownCall call, Value value, Func<string, string> edit, string mark) =>
        TextValue.Of(Template.Of(call.Evaluator.TextOf(value).Parts.Select(p => p.Text is { } text
            ? TemplatePart.Of(edit(text))
            : TemplatePart.Of(Marked(p.Hole!, mark)))));

    private static Hole Marked(Hole hole, string mark) => hole.Key.EndsWith(mark, StringComparison.Ordinal) ? hole : new Hole(hole.Key + mark, HoleKind.Any, hole.Display + mark);

    private static Value Trim(KnownCall call) => call.Map(call.Receiver, one =>
    {
        var text = call.Evaluator.TextOf(one);
        if (Characters(call) is not { } characters)
        {
            return call.UnknownText("it is an edited text");
        }

        var (start, end) = (call.Member.Name != "TrimEnd", call.Member.Name != "TrimStart");
        if (text.TryGetLiteral(out var literal))
        {
            return ConstantValue.Of(start && end ? literal.Trim(characters) : start ? literal.TrimStart(characters) : literal.TrimEnd(characters));
        }

        // What is trimmed lies within the known text at the end, or it is not known what is.
        var parts = text.Parts.ToList();
        if (start && !TrimPart(parts, 0, t => t.TrimStart(characters)))
        {
            return call.UnknownText("it is an edited text");
        }

        return end && !TrimPart(parts, parts.Count - 1, t => t.TrimEnd(characters)) ? call.UnknownText("it is an edited text") : TextValue.Of(Template.Of(parts));
    });

    private static bool TrimPart(List<TemplatePart> parts, int index, Func<string, string> trim)
    {
        if (parts[index].Text is not { } text || trim(text) is not { Length: > 0 } trimmed)
        {
            return false;
        }

        parts[index] = TemplatePart.Of(trimmed);
        return true;
    }

    /// <summary>The characters to trim: the white space for none; null where they are not known.</summary>
    private static char[]? Characters(KnownCall call)
    {
        if (call.Count == 0)
        {
            return [];
        }

        var values = call[0] is ConstantValue { Content: char } ? [call[0]] : call.Source(0).Each.Select(e => e.IsMany || !e.Guard.IsAlways ? ConstantValue.Null : e.Value).ToList();
        return values.All(v => v is ConstantValue { Content: char }) ? [.. values.Select(v => (char)((ConstantValue)v).Content!)] : null;
    }

    private static Value? Replace(KnownCall call)
    {
        if (IgnoringOrUnknown(call))
        {
            return null;
        }

        return call.MapAll([call.Receiver, call[0], call[1]], values =>
        {
            var (text, by) = (call.Evaluator.TextOf(values[0]), call.Evaluator.TextOf(values[2]));
            if (values[1].Text is not { Literal: { Length: > 0 } old } || text.Length / old.Length * (long)by.Length > Budget.TextLength)
            {
                return call.UnknownText("it is an edited text");
            }

            if (text.TryGetLiteral(out var literal))
            {
                return TextValue.Of(Template.Of(Replaced(literal, old, by)));
            }

            // A longer text may begin in a hole and end outside.
            if (old.Length > 1)
            {
                return call.UnknownText("it is an edited text");
            }

            return TextValue.Of(Template.Of(text.Parts.SelectMany(p => p.Text is { } known
                ? Replaced(known, old, by)
                : [TemplatePart.Of(Marked(p.Hole!, ".Replace(" + old + "," + Evaluator.KeyOf(values[2]) + ")"))])));
        });
    }

    private static bool IgnoringOrUnknown(KnownCall call) => call.Count > 2 && StringTests.IgnoresCase(call) != false;

    private static IEnumerable<TemplatePart> Replaced(string text, string old, Template by)
    {
        var start = 0;
        for (int at; (at = text.IndexOf(old, start, StringComparison.Ordinal)) >= 0; start = at + old.Length)
        {
            yield return TemplatePart.Of(text.Substring(start, at - start));
            foreach (var part in by.Parts)
            {
                yield return part;
            }
        }

        yield return TemplatePart.Of(text.Substring(start));
    }

    private static Value Substring(KnownCall call) => call.MapAll([call.Receiver, .. call.Arguments.Items.Select(a => a.Value)], values =>
    {
        var text = call.Evaluator.TextOf(values[0]);
        var known = text.Prefix.Length;
        return values[1] is not ConstantValue { Content: int start } || start < 0 || start > known ? call.UnknownText("it is a part of a text")
            : values.Count == 2 ? TextValue.Of(text.Skip(start))
            : values[2] is ConstantValue { Content: int length } && length >= 0 && start + length <= known ? ConstantValue.Of(text.Prefix.Substring(start, length))
            : call.UnknownText("it is a part of a text");
    });

    private static Value Literal(KnownCall call, Func<string, int[], string> edit) => call.Map(call.Receiver, one =>
    {
        if (one is ConstantValue { Content: string text } && call.Arguments.Items.All(a => a.Value is ConstantValue { Content: int }))
        {
            var at = call.Arguments.Items.Select(a => (int)((ConstantValue)a.Value).Content!).ToArray();
            if (at.All(i => i >= 0) && at.Sum() <= text.Length)
            {
                return ConstantValue.Of(edit(text, at));
            }
        }

        return call.UnknownText("it is an edited text");
    });

    private static Value Pad(KnownCall call) => call.Map(call.Receiver, one =>
    {
        if (one is ConstantValue { Content: string text } && call[0] is ConstantValue { Content: int and >= 0 and < 10_000 and var width })
        {
            var with = call.Count < 2 ? ' ' : call[1] is ConstantValue { Content: char c } ? c : '\0';
            return with == '\0' ? call.UnknownText("it is an edited text") : ConstantValue.Of(call.Member.Name == "PadLeft" ? text.PadLeft(width, with) : text.PadRight(width, with));
        }

        return call.UnknownText("it is an edited text");
    });

    private static Value Split(KnownCall call) => call.Map(call.Receiver, one =>
    {
        var text = call.Evaluator.TextOf(one);
        var options = call.Given("options") is { } given ? (given as ConstantValue)?.Content as int? : 0;
        var count = call.Given("count") is { } limit ? (limit as ConstantValue)?.Content as int? : int.MaxValue;
        if (Separators(call) is { } separators && options is { } kind && count is { } most && most > 0)
        {
            if (text.TryGetLiteral(out var literal))
            {
                return Pieces(call, SplitLiteral(literal, separators, most, (kind & 1) != 0, (kind & 2) != 0).Select(p => (Value)ConstantValue.Of(p)));
            }

            // Regions, accounts and made-up names hold no such characters.
            if (kind == 0 && separators.Count == 1 && separators[0].Length == 1 && ":/,;|".Contains(separators[0]) && text.Parts.All(p => p.Hole is not { Kind: HoleKind.Any }))
            {
                return Pieces(call, text.Split(separators[0][0], most).Select(TextValue.Of));
            }
        }

        return new SequenceValue(Evaluator.KeyOf(one) + ".Split(" + string.Join(",", call.Arguments.Items.Select(a => Evaluator.KeyOf(a.Value))) + ")", [], Guard.Always) { Type = call.ReturnType };
    });

    private static SequenceValue Pieces(KnownCall call, IEnumerable<Value> pieces) => call.NewSequence(pieces.Select(p => new Element(Guard.Always, p)));

    private static IReadOnlyList<string>? Separators(KnownCall call)
    {
        if (call[0] is ConstantValue { Content: char or string or null } one)
        {
            return one.Content is char c ? [c.ToString()] : one.Content is string { Length: > 0 } text ? [text] : [];
        }

        var values = call.Source(0).Each.ToList();
        return values.All(v => !v.IsMany && v.Guard.IsAlways && v.Value is ConstantValue { Content: char or string })
            ? [.. values.Select(v => ((ConstantValue)v.Value).Content!.ToString())]
            : null;
    }

    /// <summary>As <see cref="string.Split(string[], int, StringSplitOptions)"/> does, with the option to trim that this framework lacks.</summary>
    private static IEnumerable<string> SplitLiteral(string text, IReadOnlyList<string> separators, int count, bool removeEmpty, bool trim)
    {
        if (!trim)
        {
            return text.Split([.. separators], count, removeEmpty ? StringSplitOptions.RemoveEmptyEntries : StringSplitOptions.None);
        }

        var pieces = text.Split([.. separators], removeEmpty ? int.MaxValue : count, StringSplitOptions.None).Select(p => p.Trim());
        return removeEmpty ? pieces.Where(p => p.Length > 0).Take(count) : pieces;
    }
}
