using System.Globalization;
using System.Text.RegularExpressions;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>Reads the documents that <see cref="PolicyText"/> writes: what fixes know of a diagnostic's <see cref="FindingProperties.Policy"/>.</summary>
internal static class PolicyReader
{
    private const string Quoted = @"""(?:[^""\\]|\\.)*""";

    private static readonly Regex Text = new(Quoted);

    private static readonly Regex Statement = new(@"\{""Effect"":""Allow"",""Action"":\[(?<actions>(?:" + Quoted + @",?)*)\],""Resource"":(?<resource>" + Quoted + @")\}");

    private static readonly Regex Escape = new(@"\\(?:u(?<code>[0-9a-f]{4})|(?<char>.))");

    public static IEnumerable<(ImmutableArray<string> Actions, string Resource)> Statements(string document) =>
        from Match statement in Statement.Matches(document)
        let actions = from Match action in Text.Matches(statement.Groups["actions"].Value) select Unquoted(action.Value)
        select (actions.ToImmutableArray(), Unquoted(statement.Groups["resource"].Value));

    private static string Unquoted(string json) => Escape.Replace(json.Substring(1, json.Length - 2), m => m.Groups["char"].Success
        ? m.Groups["char"].Value
        : ((char)int.Parse(m.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
}
