using System.Text.Json;
using EcsExecRole.Analyzers.Iam.Documents;

namespace EcsExecRole.Analyzers.Tests.Iam.Documents;

/// <summary>The project's own JSON reader, held against the base library's.</summary>
public class JsonReaderTests
{
    public static TheoryData<string> Texts =>
    [
        "{}", "[]", "\"\"", "1", "-0.5e+3", "true", "false", "null", " \t\r\n{ \"a\" : [ 1 , \"b\" , { } ] } ",
        """{"a":"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00"}""", """[[[[]]],{"x":{"y":[{}]}}]""", "\"é😀\"",
        "", " ", "{", "[", "}", "[1,]", "{\"a\":1,}", "{\"a\"}", "{a:1}", "{'a':1}", "[1 2]", "\"", "\"\\", "\"\\x\"", "\"\\u12g4\"", "\"\n\"", "tru", "True", "nulll",
        "1.2.3", "+1", "--1", "{}{}", "[] x", "// c\n[]", "[1]/**/", "{\"a\":}", "{,}", "[,]",
    ];

    [Theory, MemberData(nameof(Texts))]
    public void ReadsWhatIsJsonAndNothingElse(string text)
    {
        string? truth;
        try
        {
            truth = Print(JsonDocument.Parse(text).RootElement);
        }
        catch (JsonException)
        {
            truth = null;
        }

        if (truth is null)
        {
            var e = Assert.Throws<DocumentException>(() => JsonReader.Read(text));
            Assert.InRange(e.Position, 0, text.Length);
        }
        else
        {
            Assert.Equal(truth, Print(JsonReader.Read(text)));
        }
    }

    [Fact]
    public void TellsWhere()
    {
        var e = Assert.Throws<DocumentException>(() => JsonReader.Read("{\n  \"a\": 1\n  \"b\": 2\n}"));
        Assert.Equal(("expected ',' or '}'", 13), (e.Message, e.Position));
    }

    [Fact]
    public void ANameIsThereOnce() =>
        Assert.Equal(7, Assert.Throws<DocumentException>(() => JsonReader.Read("""{"a":1,"a":2}""")).Position);

    [Fact]
    public void DeepNestingIsAnErrorAndNoCrash() =>
        Assert.Contains("too deeply", Assert.Throws<DocumentException>(() => JsonReader.Read(new string('[', 100_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void AByteOrderMarkIsSkipped() => Assert.IsType<JsonObject>(JsonReader.Read("\uFEFF{}"));

    private static string Print(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", e.EnumerateObject().Select(m => m.Name + ":" + Print(m.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", e.EnumerateArray().Select(Print)) + "]",
        JsonValueKind.String => "'" + e.GetString() + "'",
        _ => e.GetRawText(),
    };

    private static string Print(Json json) => json switch
    {
        JsonObject o => "{" + string.Join(",", o.Members.Select(m => m.Name + ":" + Print(m.Value))) + "}",
        JsonList l => "[" + string.Join(",", l.Items.Select(Print)) + "]",
        JsonText t => "'" + t.Value + "'",
        _ => ((JsonWord)json).Value,
    };
}
