using EcsExecRole.Analyzers.SynthTests.Oracle;

namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>
/// What the author says of one task definition: <c>clean</c>, or <c>Task: missing a:B, c:D; wrong trust</c>. The verdicts are those of
/// <see cref="VerdictKind"/>; a list of actions may be led by <c>info</c>, as in <c>Task: info missing a:B</c>.
/// </summary>
/// <param name="TaskDefinition">The construct path's end, without the <c>Resource</c> child; empty for <c>clean</c>, which speaks of the whole case.</param>
/// <param name="Verdicts">The verdicts, empty for clean.</param>
public sealed record Expectation(string TaskDefinition, IReadOnlyList<ExpectedVerdict> Verdicts)
{
    public static Expectation Parse(string text)
    {
        if (text == "clean")
        {
            return new Expectation("", []);
        }

        var at = text.IndexOf(": ", StringComparison.Ordinal);
        if (at < 0)
        {
            throw new FormatException($"'{text}' is neither 'clean' nor '<TaskDefinition>: <verdicts>'.");
        }

        return new Expectation(text[..at].Trim(), [.. text[(at + 2)..].Split(';').SelectMany(part => ExpectedVerdict.ParseAll(part.Trim()))]);
    }

    /// <summary>Whether this speaks of the task definition with that construct path.</summary>
    public bool Names(string path) => path == TaskDefinition || path.EndsWith("/" + TaskDefinition, StringComparison.Ordinal);
}

/// <summary>One verdict as an author writes it.</summary>
public sealed record ExpectedVerdict(VerdictKind Kind, string Detail, NeedLevel Level)
{
    private static readonly (string Phrase, VerdictKind Kind)[] Phrases =
    [
        ("missing", VerdictKind.Missing),
        ("unknown", VerdictKind.Unknown),
        ("no role", VerdictKind.NoExecutionRole),
        ("wrong trust", VerdictKind.WrongTrust),
        ("no such managed policy", VerdictKind.NoSuchManagedPolicy),
        ("dropped managed policy", VerdictKind.DroppedManagedPolicy),
    ];

    public static IEnumerable<ExpectedVerdict> ParseAll(string text)
    {
        var level = NeedLevel.Warning;
        if (text.StartsWith("info ", StringComparison.Ordinal))
        {
            level = NeedLevel.Info;
            text = text["info ".Length..];
        }

        foreach (var (phrase, kind) in Phrases)
        {
            if (text == phrase)
            {
                return [new ExpectedVerdict(kind, "", level)];
            }

            if (text.StartsWith(phrase + " ", StringComparison.Ordinal))
            {
                return [.. text[phrase.Length..].Split(',').Select(detail => new ExpectedVerdict(kind, detail.Trim(), level))];
            }
        }

        throw new FormatException($"'{text}' is no verdict; see the README beside the cases.");
    }

    public override string ToString() => Verdict.Describe(Kind, Detail, Level);
}
