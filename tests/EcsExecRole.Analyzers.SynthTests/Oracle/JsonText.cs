using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>Reading resolved JSON the way CloudFormation does: scalars are texts, one element may stand for a list.</summary>
internal static class JsonText
{
    /// <summary>The node as a text: a string, number or boolean; null for anything else.</summary>
    public static string? AsText(this JsonNode? node) => node is JsonValue value
        ? value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => value.ToJsonString(),
            _ => null,
        }
        : null;

    /// <summary>The texts of a list or of a single scalar; empty for null.</summary>
    public static IReadOnlyList<string> AsTexts(this JsonNode? node) => node switch
    {
        null => [],
        JsonArray array => [.. array.Select(AsText).OfType<string>()],
        _ => node.AsText() is { } text ? [text] : [],
    };

    /// <summary>The objects of a list or a single object; empty for null.</summary>
    public static IEnumerable<JsonObject> AsObjects(this JsonNode? node) => node switch
    {
        JsonArray array => array.OfType<JsonObject>(),
        JsonObject single => [single],
        _ => [],
    };
}
