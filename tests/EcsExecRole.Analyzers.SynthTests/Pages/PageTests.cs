using EcsExecRole.Analyzers.SynthTests.Conformance;
using EcsExecRole.Analyzers.SynthTests.Oracle;
using Xunit;

namespace EcsExecRole.Analyzers.SynthTests.Pages;

/// <summary>What the rules' pages call wrong and right is so in the synthesized templates.</summary>
public sealed class PageTests
{
    private static readonly IAnalyzerUnderTest Analyzer = CompiledAnalyzer.Shipped;

    public static TheoryData<string> Examples => [.. PageExamples.All.Keys];

    [Theory, MemberData(nameof(Examples))]
    public void Synth_agrees_with_the_page(string name)
    {
        Assert.SkipWhen(Synthesizer.Node is null, "See ConformanceTests.Node_is_installed.");
        var file = PageExamples.All[name];
        var outcome = CaseOutcome.Of(file);
        Assert.All(outcome.Syntheses, synthesis => Assert.Null(synthesis.Error));
        Assert.NotEmpty(outcome.Tasks);

        Assert.Equal([], Comparison.AnalyzerWithOracle(outcome, Analyzer.Analyze(name, file.Source, null)));
        if (name.Contains("/Right", StringComparison.Ordinal))
        {
            Assert.Equal([], outcome.Tasks.SelectMany(task => task.Verdicts).Where(verdict => verdict.Kind != VerdictKind.Unknown).Select(verdict => verdict.ToString()));
        }
    }
}
