using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Texts of CDK: tokens that are known only at deployment.</summary>
internal static class Text
{
    private const int LongestDisplay = 120;

    /// <summary>What CloudFormation makes up for a resource: different for each <paramref name="key"/>, and no text of the program.</summary>
    public static Template Generated(string key, string display) => Template.Of(new Hole(key, HoleKind.Generated, display));

    /// <summary>The text of <paramref name="value"/>, or a hole where it has none; null where it is null.</summary>
    public static Template? Of(Value value) => value.IsNull ? null : value.Text ?? Template.Of(new Hole("?" + value, HoleKind.Any, Display(value)));

    /// <summary>Where a text is one of a few, they are spelt out: a message that says <c>a|b</c> tells more than one that says it is not known.</summary>
    private static string Display(Value value)
    {
        var texts = value.Alternatives.Select(a => a.Value.Text?.ToString()).Where(t => t is not null).Distinct().Take(3).ToList();
        return texts.Count is > 0 and < 3 && texts.Sum(t => t!.Length) <= LongestDisplay ? string.Join("|", texts) : "a text that depends on conditions";
    }
}
