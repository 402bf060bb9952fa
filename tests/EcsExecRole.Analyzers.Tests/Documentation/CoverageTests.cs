using System.Reflection;
using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary><c>docs/coverage.md</c>: every row of what CDK does and what ECS needs names tests that exist.</summary>
public partial class CoverageTests
{
    /// <summary>The rows that there have to be: how many of each section, and the needs by their own names.</summary>
    private static readonly (string Prefix, int Count)[] Sections =
    [
        ("C1.", 19), ("C2.", 10), ("C3.", 25), ("C4.", 11), ("C5.", 2), ("C6.", 12), ("C7.", 22), ("C8.", 18), ("C9.", 16), ("C12.", 20), ("L", 8), ("P", 11),
    ];

    private static readonly string[] Needs =
    [
        "R01", "R02", "R02b", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R13", "R14", "R15", "R16", "R17", "R18", "R18b", "R18c", "R19", "R20", "R21",
        "R22", "R23", "R24", "R25",
    ];

    private static readonly string Cases = Path.Combine(TestPaths.RepositoryRoot, "tests", "EcsExecRole.Analyzers.SynthTests", "Cases");

    [Fact]
    public void EveryRowIsThereOnce() => Assert.Equal(
        Sections.SelectMany(s => Enumerable.Range(1, s.Count).Select(i => s.Prefix + i)).Concat(Needs).Order(StringComparer.Ordinal),
        Rows().Select(r => r.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryRowNamesATest() => Assert.Equal([], Rows().Where(r => r.Tests.Count == 0).Select(r => r.Name));

    [Fact]
    public void EveryTestNamedExists() => Assert.Equal([], Rows().SelectMany(r => r.Tests.Where(t => !Exists(t)).Select(t => r.Name + ": " + t)));

    [Fact]
    public void NoRowIsPutOff() => Assert.Equal([], Rows().Where(r => PutOff().IsMatch(r.What)).Select(r => r.Name));

    [Theory]
    [InlineData("Tasks/PublicImageOnly", true)]
    [InlineData("CoverageTests.EveryRowIsThereOnce", true)]
    [InlineData("Tasks/NoSuchCase", false)]
    [InlineData("CoverageTests.Rows", false)]
    [InlineData("NoSuchTests.EveryRowIsThereOnce", false)]
    [InlineData("later", false)]
    public void ATestIsACaseOrATestMethod(string test, bool exists) => Assert.Equal(exists, Exists(test));

    private static List<(string Name, string What, List<string> Tests)> Rows() =>
    [
        .. from line in Generated.Text("docs/coverage.md").Split('\n')
           where Row().IsMatch(line)
           let cells = line.Split('|')
           select (cells[1].Trim(), cells[2], Code().Matches(cells[3]).Select(m => m.Groups[1].Value).ToList()),
    ];

    private static bool Exists(string test) => test.Split('/') is [var area, var name]
        ? File.Exists(Path.Combine(Cases, area, name + ".cs"))
        : test.Split('.') is [var type, var method] && typeof(CoverageTests).Assembly.GetTypes().Any(t => t.Name == type && IsTest(t.GetMethod(method)));

    private static bool IsTest(MethodInfo? method) => method?.GetCustomAttributes().Any(a => a is FactAttribute) == true;

    [GeneratedRegex(@"^\| [CRLP]\d")]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(later|todo|not yet)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PutOff();
}
