using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>CloudFormation's pseudo parameters and intrinsic functions: <c>Aws</c>, <c>Fn</c>, <c>Token</c>, <c>Lazy</c>.</summary>
internal static class Intrinsics
{
    /// <summary>Where the model keeps what <c>CfnOutput</c> and <c>ExportValue</c> export: by export name.</summary>
    private const string Exports = "exports";

    private static readonly Dictionary<string, Template> Pseudo = new(StringComparer.Ordinal)
    {
        ["AWS::AccountId"] = StackNode.AgnosticAccount,
        ["AWS::Region"] = StackNode.AgnosticRegion,
        ["AWS::Partition"] = StackNode.Partition,
        ["AWS::URLSuffix"] = UrlSuffix,
        ["AWS::StackName"] = Tokens.Of("AWS::StackName", "AWS::StackName"),
        ["AWS::StackId"] = Tokens.Of("AWS::StackId", "AWS::StackId"),
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["ACCOUNT_ID"] = "AWS::AccountId",
        ["REGION"] = "AWS::Region",
        ["PARTITION"] = "AWS::Partition",
        ["URL_SUFFIX"] = "AWS::URLSuffix",
        ["STACK_NAME"] = "AWS::StackName",
        ["STACK_ID"] = "AWS::StackId",
    };

    /// <summary><c>amazonaws.com</c>, or <c>amazonaws.com.cn</c> in China.</summary>
    public static Template UrlSuffix => Tokens.Of("AWS::URLSuffix", "AWS::URLSuffix");

    public static void Register(Registry r)
    {
        foreach (var member in Members)
        {
            r.Getter("Aws", member.Key, _ => TextValue.Of(Pseudo[member.Value]));
        }

        foreach (var member in new[] { "AccountId", "Region", "Partition", "URLSuffix", "StackName", "StackId" })
        {
            r.Getter("ScopedAws", member == "URLSuffix" ? "UrlSuffix" : member, _ => TextValue.Of(Pseudo["AWS::" + member]));
        }

        r.Method("Fn", "Join", Join)
            .Method("Fn", "Sub", Sub)
            .Method("Fn", "Select", Select)
            .Method("Fn", "Split", Split)
            .Method("Fn", "Ref", c => Reference(c["logicalName"]))
            .Method("Fn", "GetAtt", c => Token(c, "Fn.GetAtt"))
            .Method("Fn", "ImportValue", ImportValue)
            .Method("Fn", "FindInMap", c => Token(c, "Fn.FindInMap"))
            .Method("Fn", "Base64", c => Token(c, "Fn.Base64"))
            .Method("Fn", "ToJsonString", c => Token(c, "Fn.ToJsonString"))
            .Method("Token", "AsString", c => c["value"].Text is { } text ? TextValue.Of(text) : c["value"])
            .Method("Token", "AsAny", c => c["value"])
            .Method("Token", "IsUnresolved", IsUnresolved)
            .Method("Lazy", "String", c => Token(c, "Lazy.String", c.Evaluator.NewKey("Lazy")))
            .Method("Lazy", "UncachedString", c => Token(c, "Lazy.String", c.Evaluator.NewKey("Lazy")))
            .Constructor("CfnOutput", NewOutput);
    }

    /// <summary><c>stack.ExportValue(value, { Name })</c>.</summary>
    public static Value ExportValue(Call call)
    {
        Export(call, call.Prop("Name", "options"), call["exportedValue"]);
        return call["exportedValue"].Text is { } text ? TextValue.Of(text) : call["exportedValue"];
    }

    private static Value NewOutput(Call call)
    {
        Export(call, call.Prop("ExportName"), call.Prop("Value"));
        return ConstantValue.Null;
    }

    private static void Export(Call call, Value name, Value value)
    {
        if (name.Text is { Literal: { Length: > 0 } literal })
        {
            ExportsOf(call)[literal] = value;
        }
    }

    /// <summary>An export that the same program makes is the value exported; any other is a token.</summary>
    private static Value ImportValue(Call call)
    {
        var name = call["sharedValueToImport"];
        return name.Text?.Literal is { } literal && ExportsOf(call).TryGetValue(literal, out var exported)
            ? exported
            : TextValue.Of(Tokens.Of("ImportValue " + Evaluator.KeyOf(name), "Fn.ImportValue(" + Evaluator.DisplayOf(name) + ")"));
    }

    private static Dictionary<string, Value> ExportsOf(Call call)
    {
        if (!call.Model.State.TryGetValue(Exports, out var exports))
        {
            call.Model.State.Add(Exports, exports = new Dictionary<string, Value>(StringComparer.Ordinal));
        }

        return (Dictionary<string, Value>)exports;
    }

    private static Value Reference(Value name) => name.Text?.Literal is { } literal && Pseudo.TryGetValue(literal, out var pseudo)
        ? TextValue.Of(pseudo)
        : TextValue.Of(Tokens.Of("Ref " + Evaluator.KeyOf(name), name.Text?.ToString() ?? "Ref"));

    /// <summary>A token that is the same for the same arguments.</summary>
    private static Value Token(Call call, string display, string? key = null) =>
        TextValue.Of(Tokens.Of(key ?? display + "(" + string.Join(",", call.Arguments.Items.Select(a => Evaluator.KeyOf(a.Value))) + ")", display));

    private static Value Join(Call call)
    {
        var items = call.Items(call["listOfValues"], out var mayHaveMore);
        if (mayHaveMore.IsFeasible || call["delimiter"].Text is not { } delimiter || items.Any(i => !call.Guard.Implies(i.Guard) || i.Value.Text is null))
        {
            return Token(call, "Fn.Join");
        }

        return TextValue.Of(Template.Concat([.. items.SelectMany((item, i) => i == 0 ? [item.Value.Text!] : new[] { delimiter, item.Value.Text! })]));
    }

    private static Value Split(Call call)
    {
        var pieces = call["source"].Text is { } source && call["delimiter"].Text?.Literal is [var separator] ? source.Split(separator) : [];
        var isWhole = pieces.Count > 0 && call["source"].Text is { IsLiteral: true };
        var key = "Fn.Split(" + Evaluator.KeyOf(call["delimiter"]) + "," + Evaluator.KeyOf(call["source"]) + ")";

        // A token may hold the delimiter, too: then even the pieces that are seen are at other places.
        return isWhole
            ? new SequenceValue(key, pieces.Select(p => new Element(Guard.Always, TextValue.Of(p))), Guard.Never)
            : new SequenceValue(key, [], Guard.Always);
    }

    private static Value Select(Call call)
    {
        var items = call.Items(call["array"], out var mayHaveMore);
        return !mayHaveMore.IsFeasible && call["index"] is ConstantValue { Content: IConvertible number }
            && (int)number.ToDouble(System.Globalization.CultureInfo.InvariantCulture) is >= 0 and var index && index < items.Count
            && items.All(i => call.Guard.Implies(i.Guard))
                ? items[index].Value
                : Token(call, "Fn.Select");
    }

    /// <summary>Replaces <c>${Name}</c>, <c>${AWS::Region}</c> and <c>${Resource.Attribute}</c>; <c>${!Name}</c> is the text <c>${Name}</c>.</summary>
    private static Value Sub(Call call)
    {
        if (call["body"].Text is not { } body)
        {
            return Token(call, "Fn.Sub");
        }

        var variables = call.Entries(call["variables"], out var mayHaveMore);
        return mayHaveMore.IsFeasible
            ? Token(call, "Fn.Sub")
            : TextValue.Of(Template.Of(body.Parts.SelectMany(p => p.Text is { } text ? Substitute(text, variables) : [p])));
    }

    private static IEnumerable<TemplatePart> Substitute(string text, IReadOnlyList<(Value Key, Value Value, Guard Guard)> variables)
    {
        var start = 0;
        for (int open; (open = text.IndexOf("${", start, StringComparison.Ordinal)) >= 0;)
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            yield return TemplatePart.Of(text.Substring(start, open - start));
            var name = text.Substring(open + 2, close - open - 2).Trim();
            start = close + 1;
            var variable = variables.FirstOrDefault(v => v.Key.Text?.Literal == name).Value;
            var replacement = name.StartsWith("!", StringComparison.Ordinal) ? "${" + name.Substring(1) + "}"
                : variable is not null ? variable.Text ?? Tokens.Of("Sub " + Evaluator.KeyOf(variable), name)
                : Reference(ConstantValue.Of(name)).Text!;
            foreach (var part in replacement.Parts)
            {
                yield return part;
            }
        }

        yield return TemplatePart.Of(text.Substring(start));
    }

    private static Value IsUnresolved(Call call) => Tokens.IsUnresolved(call["obj"]) switch
    {
        Ternary.Yes => ConstantValue.True,
        Ternary.No => ConstantValue.False,
        _ => call.UnknownResult("whether it is a token is not known"),
    };
}
