using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Iam.Matching;
using EcsExecRole.Analyzers.Symbolic;
using Xunit;

namespace EcsExecRole.Analyzers.Tests.Iam;

/// <summary>The matcher against brute force: every filling of the holes, compared by a regular expression.</summary>
public class TemplateMatcherOracleTests
{
    private const int Seed = 20240817;

    private static readonly Hole X = new("x", HoleKind.Any, "x");
    private static readonly Hole Y = new("y", HoleKind.Any, "y");
    private static readonly Hole S = new("s", HoleKind.SecretSuffix, "s");

    /// <summary>What may fill an unknown text: all of up to three characters, one of which (z) no pattern has.</summary>
    private static readonly string[] Texts = [.. Words("abz", 3)];

    /// <summary>What may fill an unknown text of a pattern, which may bring wildcards along.</summary>
    private static readonly string[] Patterns = [.. Words("az*?", 2)];

    private static readonly string[] Suffixes = [.. Words("az", 6).Where(w => w.Length == 6)];

    [Fact]
    public void Without_holes_it_is_exactly_wildcard_matching()
    {
        foreach (var pattern in Words("ab*?", 4))
        {
            foreach (var value in Words("ab", 4))
            {
                Assert.True(Glob(pattern, value).ToTernary() == TemplateMatcher.Covers(pattern, value), $"{pattern} covers {value}");
            }
        }
    }

    [Fact]
    public void With_an_unknown_text_in_the_value_it_is_exact()
    {
        // A filling as long as the pattern decides whether one matches; one with a character that the pattern lacks, whether all do.
        var values = new[] { T(X), T("a", X), T(X, "a"), T("a", X, "b"), T(X, "a", Y) };
        foreach (var pattern in Words("ab*?", 3))
        {
            foreach (var value in values)
            {
                var expected = Verdict(Fill(value, Texts, Texts).Select(v => Glob(pattern, v)));
                Assert.True(expected == TemplateMatcher.Covers(pattern, value), $"{pattern} covers {value}: {expected}");
            }
        }
    }

    [Fact]
    public void With_a_secret_s_suffix_in_the_value_it_is_exact()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 3000; i++)
        {
            var pattern = "-" + new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => "az??**"[random.Next(6)])]);
            var expected = Verdict(Suffixes.Select(s => Glob(pattern, "-" + s)));
            Assert.True(expected == TemplateMatcher.Covers(pattern, T("-", S)), $"{pattern}: {expected}");
        }
    }

    [Fact]
    public void With_unknown_texts_on_both_sides_it_never_claims_too_much()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 1500; i++)
        {
            var pattern = RandomTemplate(random, "ab*?");
            var value = RandomTemplate(random, "ab");
            var answer = TemplateMatcher.Covers(pattern, value);
            if (answer == Ternary.Unknown)
            {
                continue;
            }

            // A text that is also in the value is a thing's name and has no wildcards.
            var (xs, ys) = (value.Parts.Any(p => p.Hole == X) ? Texts : Patterns, value.Parts.Any(p => p.Hole == Y) ? Texts : Patterns);
            foreach (var x in xs)
            {
                foreach (var y in ys)
                {
                    var (p, v) = (Fill(pattern, x, y), Fill(value, x, y));
                    Assert.True(Glob(p, v) == (answer == Ternary.Yes), $"{pattern} covers {value}: {answer}, but not for x={x}, y={y}");
                }
            }
        }
    }

    [Fact]
    public void With_unknown_texts_on_both_sides_it_claims_enough()
    {
        // No exact answer is asked for here, but a matcher that always said Unknown would be sound, too.
        var random = new Random(Seed);
        var decided = 0;
        for (var i = 0; i < 4000; i++)
        {
            decided += TemplateMatcher.Covers(RandomTemplate(random, "ab*?"), RandomTemplate(random, "ab")) == Ternary.Unknown ? 0 : 1;
        }

        Assert.InRange(decided, 2000, 3800);
    }

    private static Ternary Verdict(IEnumerable<bool> matches)
    {
        var (any, all) = (false, true);
        foreach (var match in matches)
        {
            (any, all) = (any || match, all && match);
        }

        return all ? Ternary.Yes : any ? Ternary.Unknown : Ternary.No;
    }

    private static Template RandomTemplate(Random random, string alphabet) =>
        Template.Of(Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(5) switch
        {
            0 => TemplatePart.Of(X),
            1 when random.Next(2) == 0 => TemplatePart.Of(Y),
            _ => TemplatePart.Of(alphabet[random.Next(alphabet.Length)].ToString()),
        }));

    private static Template T(params object[] parts) => Template.Of(parts.Select(p => p is Hole hole ? TemplatePart.Of(hole) : TemplatePart.Of((string)p)));

    private static IEnumerable<string> Fill(Template template, string[] xs, string[] ys) =>
        template.Parts.Any(p => p.Hole == Y)
            ? xs.SelectMany(x => ys.Select(y => Fill(template, x, y)))
            : xs.Select(x => Fill(template, x, ""));

    private static string Fill(Template template, string x, string y) =>
        string.Concat(template.Parts.Select(p => p.Text ?? (p.Hole == X ? x : y)));

    private static IEnumerable<string> Words(string alphabet, int length)
    {
        IEnumerable<string> all = [""], longest = [""];
        for (var i = 0; i < length; i++)
        {
            longest = [.. longest.SelectMany(w => alphabet.Select(c => w + c))];
            all = all.Concat(longest);
        }

        return all;
    }

    private static readonly Dictionary<string, Regex> Compiled = [];

    private static bool Glob(string pattern, string value)
    {
        if (!Compiled.TryGetValue(pattern, out var regex))
        {
            var text = Regex.Escape(pattern).Replace(@"\*", ".*").Replace(@"\?", ".");
            Compiled.Add(pattern, regex = new($@"\A{text}\z", RegexOptions.Singleline | RegexOptions.CultureInvariant));
        }

        return regex.IsMatch(value);
    }
}
