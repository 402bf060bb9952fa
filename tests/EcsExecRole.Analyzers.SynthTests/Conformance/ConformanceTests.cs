using Xunit;

namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>Every case: it synthesizes, the oracle agrees with its author, and the analyzer with the oracle.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private static readonly IAnalyzerUnderTest Analyzer = CompiledAnalyzer.Shipped;

    public static TheoryData<string> Cases => [.. CaseCatalog.All.Keys];

    [Fact]
    public void Node_is_installed() =>
        Assert.True(Synthesizer.Node is not null, "No 'node' on the PATH. The CDK runs on Node.js: install it; until then no case can be synthesized.");

    [Fact]
    public void Every_case_says_what_to_expect() =>
        Assert.Empty(CaseCatalog.All.Values.Where(file => file.Expectations.Count == 0 && file.Throws is null).Select(file => file.Name));

    [Theory, MemberData(nameof(Cases))]
    public void Oracle_agrees_with_the_author(string name)
    {
        var outcome = Synthesized(name);
        var differences = Comparison.AuthorWithOracle(outcome);
        Assert.True(differences.Count == 0, $"{string.Join("\n", differences)}\nThe oracle says:\n{outcome.Report()}");
    }

    // Nothing to compare with before the analyzer assembly has an analyzer; from then on this runs by itself.
    [Theory, MemberData(nameof(Cases))]
    public void Analyzer_agrees_with_synth(string name)
    {
        var outcome = Synthesized(name);
        if (!Analyzer.Present)
        {
            return;
        }

        var findings = Analyzer.Analyze(name, outcome.File.Source, outcome.File.Options);
        var differences = outcome.File.Throws is null ? Comparison.AnalyzerWithOracle(outcome, findings) : [];
        Assert.True(differences.Count == 0, $"{string.Join("\n", differences)}\nThe analyzer says:\n{Describe(findings, outcome.File.Source)}\nThe oracle says:\n{outcome.Report()}");
    }

    private CaseOutcome Synthesized(string name)
    {
        Assert.SkipWhen(Synthesizer.Node is null, "See Node_is_installed.");
        var outcome = CaseOutcome.Of(name);
        foreach (var synthesis in outcome.Syntheses)
        {
            output.WriteLine($"{name} [{synthesis.Combination}] {synthesis.Elapsed.TotalMilliseconds:F0} ms");
            if (outcome.File.Throws is null)
            {
                Assert.True(synthesis.Error is null, $"Synthesis threw [{synthesis.Combination}]: {synthesis.Error}");
            }
            else
            {
                Assert.True(synthesis.Error is not null, $"Synthesis was to throw: {outcome.File.Throws}");
            }
        }

        return outcome;
    }

    private static string Describe(IReadOnlyList<AnalyzerFinding> findings, string source)
    {
        var lines = source.Split('\n');
        return findings.Count == 0 ? "  nothing" : string.Join("\n", findings.Select(finding =>
            $"  {finding.Line}: {finding.Id} {finding.Severity} [{string.Join(", ", finding.Actions)}] {finding.TaskDefinition} {finding.Resource}: {finding.Message}\n      {lines[finding.Line - 1].Trim()}"));
    }
}
