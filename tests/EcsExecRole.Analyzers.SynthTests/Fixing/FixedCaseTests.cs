using EcsExecRole.Analyzers.SynthTests.Conformance;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>Every case with a defect that has a fix: once fixed, it compiles and synthesizes, and neither the oracle nor the analyzer finds what was fixed.</summary>
public sealed class FixedCaseTests
{
    private static readonly IAnalyzerUnderTest Analyzer = CompiledAnalyzer.Shipped;

    /// <summary>Cases whose defects no edit of the program mends, or none that is known to be what its author wants.</summary>
    private static readonly Dictionary<string, string> WithoutFix = new()
    {
        ["Roles/BoundaryOfL1"] = "the permissions boundary is what forbids it",
        ["Roles/BoundaryLimitsKeyPolicy"] = "the permissions boundary is what forbids it",
        ["Roles/BoundaryTooTight"] = "the permissions boundary is what forbids it",
        ["Roles/BoundaryOfScope"] = "the permissions boundary is what forbids it",
        ["Programs/BoundaryWithoutSecrets"] = "the permissions boundary is what forbids it",
        ["Roles/ImportedDropsManagedPolicy"] = "CDK attaches no managed policy to an imported role: its owner has to",
        ["Roles/DenyWins"] = "an explicit Deny wins over any grant",
        ["Programs/DenyOfProduction"] = "an explicit Deny wins over any grant",
        ["Programs/DenyOutsideRegionsHits"] = "an explicit Deny wins over any grant",
        ["Overrides/RoleDeleted"] = "an override takes away whatever role the program gives",
        ["Roles/WithoutPolicyUpdates"] = "the program says that CDK may not write to the role",
        ["Roles/WithoutPolicyUpdatesToResources"] = "the program says that CDK may not write to the role",
        ["Roles/AttachInlineToView"] = "the program says that CDK may not write to the role",
        ["Roles/FrozenDropsManagedPolicy"] = "the program says that CDK may not write to the role",
        ["Roles/CustomizedButSynthesized"] = "the program says that CDK may not write to the role",
        ["Roles/CustomizedButSynthesizedGiven"] = "the program says that CDK may not write to the role",
        ["Programs/FrozenRoleLacksLater"] = "the program says that CDK may not write to the role",
        ["Programs/PolicyOfDictionariesSingular"] = "the program says that CDK may not write to the role",
        ["Programs/StageRoleOfEcsItself"] = "the service's name is put together in a helper",
    };

    public static TheoryData<string> Cases => [.. CaseCatalog.All.Values.Where(file => file.Throws is null).Select(file => file.Name)];

    [Theory, MemberData(nameof(Cases))]
    public async Task Synth_finds_the_permission_after_the_fix(string name)
    {
        Assert.SkipWhen(Synthesizer.Node is null, "See ConformanceTests.Node_is_installed.");
        var file = CaseCatalog.All[name];
        var before = Analyzer.Analyze(name, file.Source, file.Options);
        if (!before.Any(IsFixable))
        {
            return;
        }

        var texts = await FixAllRun.RunAsync(CaseCompiler.Compile(name, file.Source), new AnalyzerOptions([], new CaseOptions(file.Options)), TestContext.Current.CancellationToken);
        var source = texts[name + ".cs"];
        var outcome = CaseOutcome.Of(file with { Source = source });
        Assert.All(outcome.Syntheses, synthesis => Assert.Null(synthesis.Error));

        var again = await FixAllRun.RunAsync(CaseCompiler.Compile(name, source), new AnalyzerOptions([], new CaseOptions(file.Options)), TestContext.Current.CancellationToken);
        Assert.Equal(source, again[name + ".cs"]);

        var after = Analyzer.Analyze(name, source, file.Options);
        // What no fix of the program can give is left, and listed with its reason.
        if (WithoutFix.TryGetValue(name, out _))
        {
            Assert.Equal(file.Source, source);
            return;
        }

        var left = after.Where(IsFixable).Select(f => $"{f.Line}: {f.Id} {f.Message}").ToList();
        var differences = file.ByHand is null ? Comparison.AnalyzerWithOracle(outcome, after) : [];
        Assert.True(left.Count == 0 && differences.Count == 0, $"{string.Join("\n", left.Concat(differences))}\n{outcome.Report()}\n{source}");
    }

    private static bool IsFixable(AnalyzerFinding finding) => FixAllRun.FixableRules.Contains(finding.Id);
}
