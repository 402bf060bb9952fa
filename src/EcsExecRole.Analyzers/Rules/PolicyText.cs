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
        var json = new StringBuilder("{\"Version\":\"2012-10-17\",\"Statement\":[", 256);
        var first = true;
        foreach (var group in ByResource(actions))
        {
            json.Append(first ? "" : ",").Append("{\"Effect\":\"Allow\",\"Action\":[");
            for (var i = 0; i < group.Actions.Length; i++)
            {
                Quote(group.Actions[i], i == 0 ? json : json.Append(','));
            }

            Quote(group.Resource.ToString(), json.Append("],\"Resource\":"));
            json.Append('}');
            first = false;
        }

        return json.Append("]}").ToString();
    }

    /// <summary>The actions in ordinal order, gathered by resource; <c>*</c> comes last.</summary>
    public static IReadOnlyList<(ImmutableArray<string> Actions, Template Resource)> ByResource(IEnumerable<NeededAction> actions)
    {
        var groups = new List<(Template Resource, List<string> Actions)>();
        foreach (var action in actions)
        {
            var pattern = action.Pattern;
            var at = 0;
            for (; at < groups.Count && !groups[at].Resource.Equals(pattern); at++)
            {
            }

            if (at == groups.Count)
            {
                groups.Add((pattern, []));
            }

            if (!groups[at].Actions.Contains(action.Action))
            {
                groups[at].Actions.Add(action.Action);
            }
        }

        var sorted = new List<(ImmutableArray<string>, Template)>(groups.Count);
        AddAll(last: false);
        AddAll(last: true);
        return sorted;

        void AddAll(bool last)
        {
            foreach (var (resource, names) in groups)
            {
                if (resource.Literal == "*" == last)
                {
                    names.Sort(StringComparer.Ordinal);
                    sorted.Add(([.. names], resource));
                }
            }
        }
    }

    /// <summary>The same in words: <c>a and b on 'ARN'</c>.</summary>
    public static string InWords(IEnumerable<NeededAction> actions, int limit = 3)
    {
        var groups = ByResource(actions);
        var words = groups.Take(limit).Select(g => And(g.Actions) + (g.Resource.Literal == "*" ? " on '*'" : $" on '{g.Resource}'")).ToList();
        return groups.Count > limit ? string.Join(", ", words) + $" and {groups.Count - limit} more" : And(words);
    }

    public static string And(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[items.Count - 1],
    };

    private static void Quote(string text, StringBuilder json)
    {
        json.Append('"');
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

        json.Append('"');
    }
}
