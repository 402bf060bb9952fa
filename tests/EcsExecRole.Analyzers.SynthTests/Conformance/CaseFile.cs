namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>One case: a C# program of stacks with what its author believes of it, read from the comment lines at its head.</summary>
/// <param name="Name">Area and name, as in <c>Secrets/ImportedByName</c>.</param>
/// <param name="Source">The program's text.</param>
/// <param name="Flags">Environment variables and their values; the case is synthesized for each combination.</param>
/// <param name="Context">CDK context keys and their values, likewise.</param>
/// <param name="Keys">Secrets and parameters that live outside the program, by name or ARN prefix, with the KMS key that encrypts them.</param>
/// <param name="Values">Deploy-time values, by CloudFormation parameter, SSM parameter name or export name.</param>
/// <param name="Options">The analyzer's options of <c>.editorconfig</c>.</param>
/// <param name="Expectations">The author's verdicts.</param>
/// <param name="ByHand">What the analyzer must say where a template cannot decide it, or null.</param>
/// <param name="Throws">Why synthesis throws, or null where it must not.</param>
public sealed record CaseFile(
    string Name,
    string Source,
    IReadOnlyList<Setting> Flags,
    IReadOnlyList<Setting> Context,
    IReadOnlyList<KeyValuePair<string, string>> Keys,
    IReadOnlyList<KeyValuePair<string, string>> Values,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyList<Expectation> Expectations,
    ByHand? ByHand,
    string? Throws)
{
    /// <summary>The namespace that the program must declare.</summary>
    public string Namespace => "Cases." + Name.Replace('/', '.');

    /// <summary>Reads the head of a case: the leading run of comment lines.</summary>
    public static CaseFile Parse(string name, string source)
    {
        var headers = source.Split('\n')
            .Select(line => line.Trim())
            .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
            .Select(line => line[2..].Trim())
            .Select(line => line.Split(": ", 2))
            .Where(parts => parts.Length == 2)
            .Select(parts => (Key: parts[0], Value: parts[1].Trim()))
            .ToList();

        IEnumerable<string> Of(string key) => headers.Where(header => header.Key == key).Select(header => header.Value);
        return new CaseFile(
            name,
            source,
            [.. Of("flags").Select(Setting.Parse)],
            [.. Of("context").Select(Setting.Parse)],
            [.. Of("cmk").Select(Pair)],
            [.. Of("value").Select(Pair)],
            Of("options").Select(Pair).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase),
            [.. Of("expect").Select(Expectation.Parse)],
            Of("by-hand").Select(Conformance.ByHand.Parse).SingleOrDefault(),
            Of("throws").SingleOrDefault());
    }

    /// <summary>Every combination of the flags' and the context's values; one empty combination where there are none.</summary>
    public IEnumerable<Combination> Combinations()
    {
        foreach (var flags in Product(Flags))
        {
            foreach (var context in Product(Context))
            {
                yield return new Combination(flags, context);
            }
        }
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Product(IReadOnlyList<Setting> settings) =>
        settings.Aggregate<Setting, IEnumerable<Dictionary<string, string>>>(
            [[]],
            (partial, setting) => partial.SelectMany(
                known => setting.Values,
                (known, value) => new Dictionary<string, string>(known) { [setting.Key] = value }));

    // The key may itself hold '=' (no ARN or name does) but the value never starts before the first one.
    private static KeyValuePair<string, string> Pair(string text)
    {
        var at = text.IndexOf('=');
        return new(text[..at].Trim(), text[(at + 1)..].Trim());
    }
}

/// <summary>A key with the values to synthesize for: <c>IS_PROD=true|false</c>.</summary>
public sealed record Setting(string Key, IReadOnlyList<string> Values)
{
    public static Setting Parse(string text)
    {
        var parts = text.Split('=', 2);
        return new Setting(parts[0].Trim(), [.. parts[1].Split('|').Select(value => value.Trim())]);
    }
}

/// <summary>One choice of a value for each flag and context key.</summary>
public sealed record Combination(IReadOnlyDictionary<string, string> Flags, IReadOnlyDictionary<string, string> Context)
{
    public override string ToString() => string.Join(", ", Flags.Concat(Context).Select(pair => $"{pair.Key}={pair.Value}"));
}

/// <summary>A case that no template can decide, with the reason and the verdicts that are right all the same.</summary>
public sealed record ByHand(string Reason, IReadOnlyList<Expectation> Expectations)
{
    public static ByHand Parse(string text)
    {
        var at = text.LastIndexOf("->", StringComparison.Ordinal);
        return at < 0
            ? throw new FormatException($"'// by-hand: {text}' needs '<reason> -> <verdicts>'.")
            : new ByHand(text[..at].Trim(), [.. text[(at + 2)..].Split(" | ").Select(part => Expectation.Parse(part.Trim()))]);
    }
}
