using System.Collections.Immutable;
using EcsExecRole.Analyzers.SynthTests.Oracle;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>What counts as agreement, and that the harness sees what analyzers report.</summary>
public sealed class ComparisonTests
{
    private static CaseOutcome Outcome(string head, params (string Path, Verdict[] Verdicts)[] tasks) =>
        new(CaseFile.Parse("A/B", head), [], [.. tasks.Select(task => new TaskVerdict(task.Path, task.Verdicts))]);

    private static Verdict Says(VerdictKind kind, string detail = "", NeedLevel level = NeedLevel.Warning) => new(kind, detail, level, "", "", "");

    private static AnalyzerFinding Finding(string id, string actions = "", string task = "", DiagnosticSeverity severity = DiagnosticSeverity.Warning, string role = "") =>
        new(id, severity, actions.Split(',', StringSplitOptions.RemoveEmptyEntries), task, "", role, 1, "");

    [Fact]
    public void The_same_actions_agree() => Assert.Empty(Comparison.AnalyzerWithOracle(
        Outcome("", ("S/Task", [Says(VerdictKind.Missing, "a:B"), Says(VerdictKind.Missing, "c:D")])),
        [Finding("EER1001", "a:B"), Finding("EER1003", "a:B,c:D")]));

    [Fact]
    public void A_miss_and_a_false_alarm_differ() => Assert.Equal(
        ["A/B: only the analyzer says 'missing c:D'", "A/B: only synth says 'missing a:B'"],
        Comparison.AnalyzerWithOracle(Outcome("", ("S/Task", [Says(VerdictKind.Missing, "a:B")])), [Finding("EER1001", "c:D")]));

    [Fact]
    public void The_right_action_on_the_wrong_task_differs() => Assert.Equal(
        ["S/One: only synth says 'missing a:B'", "S/Two: only the analyzer says 'missing a:B'"],
        Comparison.AnalyzerWithOracle(Outcome("", ("S/One", [Says(VerdictKind.Missing, "a:B")]), ("S/Two", [])), [Finding("EER1001", "a:B", "Two")]));

    [Fact]
    public void Severity_counts() => Assert.Equal(
        ["A/B: only the analyzer says 'missing a:B'", "A/B: only synth says 'info missing a:B'"],
        Comparison.AnalyzerWithOracle(Outcome("", ("S/Task", [Says(VerdictKind.Missing, "a:B", NeedLevel.Info)])), [Finding("EER1001", "a:B")]));

    [Fact]
    public void The_unknown_must_be_silent()
    {
        var outcome = Outcome("", ("S/Task", [Says(VerdictKind.Unknown, "a:B")]));
        Assert.Empty(Comparison.AnalyzerWithOracle(outcome, []));
        Assert.Single(Comparison.AnalyzerWithOracle(outcome, [Finding("EER1001", "a:B")]));
    }

    [Fact]
    public void Rules_map_to_verdicts_and_others_do_not_count() => Assert.Empty(Comparison.AnalyzerWithOracle(
        Outcome("", ("S/Task", [Says(VerdictKind.WrongTrust), Says(VerdictKind.NoSuchManagedPolicy, "X")]), ("S/Other", [Says(VerdictKind.NoExecutionRole)])),
        [Finding("EER2002"), Finding("EER2004"), Finding("EER2001"), Finding("EER2009", "x:Y"), Finding("EER3001", "x:Y")]));

    [Fact]
    public void A_dropped_policy_is_the_roles()
    {
        var outcome = Outcome("", ("S/Execution", [Says(VerdictKind.DroppedManagedPolicy, "X")]), ("S/Other", []), ("S/Task", []));
        Assert.Empty(Comparison.AnalyzerWithOracle(outcome, [Finding("EER2004", task: "Task", role: "Execution")]));
        Assert.Equal(
            ["S/Execution: only synth says 'managed policy without effect'", "S/Task: only the analyzer says 'managed policy without effect'"],
            Comparison.AnalyzerWithOracle(outcome, [Finding("EER2004", task: "Task", role: "Other")]));
    }

    [Fact]
    public void A_policy_that_does_not_exist_is_the_task_definitions()
    {
        var outcome = Outcome("", ("S/Execution", []), ("S/Task", [Says(VerdictKind.NoSuchManagedPolicy, "X")]));
        Assert.Empty(Comparison.AnalyzerWithOracle(outcome, [Finding("EER2004", task: "Task", role: "Execution")]));
    }

    [Fact]
    public void What_is_decided_by_hand_replaces_the_oracle() => Assert.Empty(Comparison.AnalyzerWithOracle(
        Outcome("// by-hand: reason -> Task: missing a:B", ("S/Task", [Says(VerdictKind.Unknown, "a:B")])), [Finding("EER1001", "a:B")]));

    [Fact]
    public void An_author_may_leave_the_unknown_out_but_not_half_of_it()
    {
        var verdicts = new[] { Says(VerdictKind.Unknown, "a:B"), Says(VerdictKind.Unknown, "c:D") };
        Assert.Empty(Comparison.AuthorWithOracle(Outcome("// expect: clean", ("S/Task", verdicts))));
        Assert.Equal(["S/Task: only the oracle says 'unknown c:D'"], Comparison.AuthorWithOracle(Outcome("// expect: Task: unknown a:B", ("S/Task", verdicts))));
    }

    [Fact]
    public void An_author_must_name_one_task_definition() =>
        Assert.Contains("names 0", Assert.Single(Comparison.AuthorWithOracle(Outcome("// expect: Tusk: no role", ("S/Task", [])))));

    [Fact]
    public void The_harness_sees_what_an_analyzer_reports()
    {
        IAnalyzerUnderTest analyzer = new CompiledAnalyzer(typeof(ClassReporter).Assembly);
        var finding = Assert.Single(analyzer.Analyze("X", "\nclass Reported;"));
        Assert.Equal(("T0001", 2, "Task"), (finding.Id, finding.Line, finding.TaskDefinition));
        Assert.Equal(["a:B", "c:D"], finding.Actions);
        Assert.Contains("An analyzer threw", Assert.Throws<InvalidOperationException>(() => analyzer.Analyze("X", "class Crash;")).Message);
    }

    // These rules are for analyzers that ship; this one never leaves the test.
#pragma warning disable RS1036, RS1038, RS1041, RS2008
    /// <summary>Reports classes by name, and throws on one.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ClassReporter : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("T0001", "Title", "Message", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(
                symbol =>
                {
                    switch (symbol.Symbol.Name)
                    {
                        case "Crash":
                            throw new NotSupportedException();
                        case "Reported":
                            var properties = ImmutableDictionary<string, string?>.Empty.Add("Actions", "a:B,c:D").Add("TaskDefinition", "Task");
                            symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0], properties));
                            break;
                    }
                },
                SymbolKind.NamedType);
        }
    }
#pragma warning restore RS1036, RS1038, RS1041, RS2008
}
