using System.Text;
using EcsExecRole.Analyzers.Needs;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>Policy documents as JSON, for the property <c>Policy</c>. Holes are written as CloudFormation's <c>Fn::Sub</c> has them.</summary>
internal static class PolicyText
{
    /// <summary>A document that allows <paramref name="actions"/>: one statement for each resource.</summary>
    public static string Of(IEnumerable<NeededAction> actions)
    {
        var json = new StringBuilder("{\"Version\":\"2012-10-17\",\"Statement\":[");
        var first = true;
        foreach (var group in ByResource(actions))
        {
            json.Append(first ? "" : ",").Append("{\"Effect\":\"Allow\",\"Action\":[");
            json.Append(string.Join(",", group.Actions.Select(Quoted)));
            json.Append("],\"Resource\":").Append(Quoted(group.Resource.ToString())).Append('}');
            first = false;
        }

        return json.Append("]}").ToString();
    }

    /// <summary>The actions in ordinal order, gathered by resource; <c>*</c> comes last.</summary>
    public static IEnumerable<(ImmutableArray<string> Actions, Template Resource)> ByResource(IEnumerable<NeededAction> actions) =>
        actions.GroupBy(a => a.Pattern)
            .Select(g => (Actions: g.Select(a => a.Action).Distinct().OrderBy(a => a, StringComparer.Ordinal).ToImmutableArray(), Resource: g.Key))
            .GroupBy(g => (Resource: g.Resource, Actions: string.Join(",", g.Actions)))
            .Select(g => g.First())
            .OrderBy(g => g.Resource.Literal == "*");

    /// <summary>The same in words: <c>a and b on 'ARN'</c>.</summary>
    public static string InWords(IEnumerable<NeededAction> actions, int limit = 3)
    {
        var groups = ByResource(actions).ToList();
        var words = groups.Take(limit).Select(g => And(g.Actions) + (g.Resource.Literal == "*" ? " on '*'" : $" on '{g.Resource}'")).ToList();
        return groups.Count > limit ? string.Join(", ", words) + $" and {groups.Count - limit} more" : And(words);
    }

    public static string And(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[items.Count - 1],
    };

    private static string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                < ' ' => json.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        return json.Append('"').ToString();
    }
}
