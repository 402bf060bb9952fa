using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>Evaluates CloudFormation's intrinsic functions within one stack.</summary>
internal sealed partial class Intrinsics(StackScope scope)
{
    /// <summary>The node without intrinsics. Members that resolve to <c>AWS::NoValue</c> go.</summary>
    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } single when Function(single) is { } function => function(),
        JsonObject map => new JsonObject(map.Where(pair => !IsNoValue(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, Resolve(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Where(item => !IsNoValue(item)).Select(Resolve)]),
        null => null,
        _ => node.DeepClone(),
    };

    /// <summary>The node as a text; an empty one where it is none.</summary>
    public string Text(JsonNode? node) => Resolve(node).AsText() ?? "";

    private Func<JsonNode?>? Function(JsonObject single)
    {
        var (name, argument) = single.First();
        return name switch
        {
            "Ref" => () => scope.Reference((string)argument!),
            "Fn::GetAtt" => () => GetAtt(argument),
            "Fn::Sub" => () => Substitute(argument),
            "Fn::Join" => () => string.Join((string)argument![0]!, Resolve(argument[1]).AsTexts()),
            "Fn::Select" => () => Select(Text(argument![0]), Resolve(argument[1]) as JsonArray),
            "Fn::Split" => () => Split((string)argument![0]!, Text(argument[1])),
            "Fn::ImportValue" => () => scope.ImportValue(Text(argument)),
            "Fn::If" => () => Resolve(IsTrue(scope.Condition((string)argument![0]!)) ? argument[1] : argument[2]),
            "Fn::FindInMap" => () => Resolve(scope.Mapping(Text(argument![0]), Text(argument[1]), Text(argument[2]))),
            "Fn::Base64" => () => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(argument))),
            "Fn::GetAZs" => () => new JsonArray(scope.Region + "a", scope.Region + "b", scope.Region + "c"),
            _ when name.StartsWith("Fn::", StringComparison.Ordinal) => throw new NotSupportedException($"{name} in {scope.Name}: {argument?.ToJsonString()}"),
            _ => null,
        };
    }

    private string GetAtt(JsonNode? argument)
    {
        if (argument is JsonArray pair)
        {
            return scope.Attribute((string)pair[0]!, (string)pair[1]!);
        }

        var parts = ((string)argument!).Split('.', 2);
        return scope.Attribute(parts[0], parts[1]);
    }

    private string Substitute(JsonNode? argument)
    {
        var text = argument is JsonArray pair ? (string)pair[0]! : (string)argument!;
        var variables = argument is JsonArray { Count: > 1 } withMap ? withMap[1] as JsonObject : null;
        return Placeholder().Replace(text, match =>
        {
            var name = match.Groups[1].Value;
            return name.StartsWith('!') ? "${" + name[1..] + "}"
                : variables?[name] is { } value ? Text(value)
                : name.Contains('.') ? GetAtt(name)
                : scope.Reference(name);
        });
    }

    // A split that gives too few parts is a deployment error; a made-up deploy-time value is the usual cause, so it stands for every part.
    private static JsonNode? Select(string index, JsonArray? list)
    {
        var at = int.Parse(index, System.Globalization.CultureInfo.InvariantCulture);
        return list is null || list.Count == 0 ? null : list[at < list.Count ? at : list.Count - 1]?.DeepClone();
    }

    private static JsonArray Split(string separator, string text) => new([.. text.Split(separator).Select(part => (JsonNode)part)]);

    private static bool IsNoValue(JsonNode? node) => node is JsonObject { Count: 1 } map && (string?)(map["Ref"] as JsonValue) == "AWS::NoValue";

    private bool IsTrue(JsonNode? condition)
    {
        var (name, argument) = condition!.AsObject().First();
        return name switch
        {
            "Fn::Equals" => Text(argument![0]) == Text(argument[1]),
            "Fn::Not" => !IsTrue(argument![0]),
            "Fn::And" => argument!.AsArray().All(IsTrue),
            "Fn::Or" => argument!.AsArray().Any(IsTrue),
            "Condition" => IsTrue(scope.Condition((string)argument!)),
            _ => throw new NotSupportedException($"Condition function {name} in {scope.Name}."),
        };
    }

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex Placeholder();
}
