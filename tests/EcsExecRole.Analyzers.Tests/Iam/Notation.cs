using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Tests.Iam;

/// <summary>Short ways to write what the tests of this floor are about.</summary>
internal static partial class Notation
{
    public const string Secret = "arn:{P}:secretsmanager:{R}:{A}:secret:db-{S}";
    public const string Parameter = "arn:{P}:ssm:{R}:{A}:parameter/app/url";
    public const string Key = "arn:{P}:kms:{R}:{A}:key/{G:key}";
    public const string Repository = "arn:{P}:ecr:{R}:{A}:repository/web";
    public const string LogStream = "arn:{P}:logs:{R}:{A}:log-group:/ecs/web:log-stream:{stream}";

    /// <summary>
    /// A text in which {P}, {R}, {A}, {S} are holes for a partition, region, account and secret suffix, {G:x} is a generated text, and {x} any text.
    /// {A:x} is another account than {A}. IAM's own ${x} stays text.
    /// </summary>
    public static Template T(string text)
    {
        var parts = new List<TemplatePart>();
        var start = 0;
        foreach (Match hole in HoleSyntax().Matches(text))
        {
            parts.Add(TemplatePart.Of(text[start..hole.Index]));
            parts.Add(TemplatePart.Of(Hole(hole.Groups[1].Value)));
            start = hole.Index + hole.Length;
        }

        parts.Add(TemplatePart.Of(text[start..]));
        return Template.Of(parts);
    }

    public static TemplateList List(params string[] items) => new([.. items.Select(T)], false);

    public static PolicyStatement Allow(string actions, params string[] resources) => PolicyStatement.Allow(List(actions.Split(' ')), List(resources));

    public static PolicyStatement Deny(string actions, params string[] resources) => PolicyStatement.Deny(List(actions.Split(' ')), List(resources));

    public static PolicyStatement When(this PolicyStatement statement, string op, string key, params string[] values) =>
        statement with { Conditions = statement.Conditions.Add(new(op, key, List(values))) };

    public static PlacedStatement Placed(this PolicyStatement statement, Guard? guard = null) => new(statement, guard ?? Guard.Always, null);

    public static IamRequest Request(string action, string resource, params (string Key, string Value)[] context) =>
        new(action, T(resource), context.ToImmutableDictionary(c => c.Key, c => List(c.Value)));

    /// <summary>The reason of the nearest miss of a request that certainly fails.</summary>
    public static NearMiss NearestMiss(IamRequest request, params PolicyStatement[] statements)
    {
        var decision = PolicyEvaluator.Decide(request, [.. statements.Select(s => s.Placed())], Guard.Never);
        Xunit.Assert.True(decision.Missing.IsAlways);
        return Xunit.Assert.Single(decision.NearMisses);
    }

    private static Hole Hole(string name)
    {
        var kind = name.Split(':')[0] switch
        {
            "P" => HoleKind.Partition,
            "R" => HoleKind.Region,
            "A" => HoleKind.Account,
            "S" => HoleKind.SecretSuffix,
            "G" => HoleKind.Generated,
            _ => HoleKind.Any,
        };
        return new(name, kind, name);
    }

    [GeneratedRegex(@"(?<!\$)\{([A-Za-z:0-9]+)\}")]
    private static partial Regex HoleSyntax();
}
