using System.Diagnostics;
using System.Globalization;
using EcsExecRole.Analyzers.SynthTests.Conformance;
using EcsExecRole.Analyzers.SynthTests.Oracle;
using Xunit;

namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>Programs drawn from the grammar: the analyzer and synth agree on every one.</summary>
public sealed class GeneratedTests(ITestOutputHelper output)
{
    private const int Seed = 20261124;
    private const int Programs = 300;

    // Of so many failures a small program is made; the rest are only counted, as most have the same cause.
    private const int Shrunk = 4;

    private readonly GeneratedRun _run = new(CompiledAnalyzer.Shipped);

    [Fact]
    public void Analyzer_agrees_with_synth()
    {
        Assert.SkipWhen(Synthesizer.Node is null, "See ConformanceTests.Node_is_installed.");
        var (seed, count) = (Setting("SYNTH_SEED", Seed), Setting("SYNTH_PROGRAMS", Programs));
        var watch = Stopwatch.StartNew();
        var statistics = new Statistics();
        var failures = new List<GeneratedOutcome>();
        foreach (var outcome in _run.Run(Enumerable.Range(Setting("SYNTH_FROM", 0), count).Select(number => (number, Sampler.Draw(seed, number)))))
        {
            statistics.Add(outcome);
            if (outcome.Error is not null || outcome.Differences.Count > 0)
            {
                failures.Add(outcome);
            }
        }

        output.WriteLine($"Seed {seed}: {statistics} in {watch.Elapsed.TotalSeconds:F1} s.");
        Assert.True(
            failures.Count == 0,
            $"Seed {seed}: {failures.Count} of {count} programs differ: {string.Join(", ", failures.Select(failure => failure.Number))}.\n"
            + string.Join("\n", failures.GroupBy(Signature).OrderByDescending(group => group.Count()).Take(Shrunk).Select(group => $"\n{group.Count()} × {group.Key}\n{Report(group.First())}")));
        statistics.AssertWorthwhile();
    }

    private static string Signature(GeneratedOutcome outcome) =>
        outcome.Error is { } error ? "synthesis throws " + error.Message.Split('\n')[0] : string.Join("; ", Verdicts(outcome.Differences).Order(StringComparer.Ordinal));

    // A difference without the task definition's path.
    private static HashSet<string> Verdicts(IEnumerable<string> differences) => [.. differences.Select(difference => difference[(difference.IndexOf(": only ", StringComparison.Ordinal) + 2)..])];

    private string Report(GeneratedOutcome failure)
    {
        var wanted = Verdicts(failure.Differences);
        var small = Shrinker.Shrink(failure.Program, program =>
        {
            var outcome = _run.Run(program);
            return failure.Error is null ? outcome.Error is null && Verdicts(outcome.Differences).Overlaps(wanted) : outcome.Error is not null;
        });
        var shown = _run.Run(small);

        // The oracle's words as the author's, to be checked by hand before the program becomes a case.
        var expectations = shown.Outcome.Tasks
            .Select(task => (task.Path, Said: task.Verdicts.Where(verdict => verdict.Kind != VerdictKind.Unknown).ToList()))
            .Where(task => task.Said.Count > 0)
            .Select(task => $"{task.Path}: {string.Join("; ", task.Said.Select(verdict => verdict.ToString()))}")
            .DefaultIfEmpty("clean");
        return $"""
            Number {failure.Number}, made small ({small}):
            {string.Join("\n", shown.Differences)}{shown.Error}
            The analyzer says:
            {string.Join("\n", shown.Findings.Select(finding => $"  {finding.Line}: {finding.Id} [{string.Join(", ", finding.Actions)}] {finding.TaskDefinition}: {finding.Message}"))}
            The oracle says:
            {shown.Outcome.Report()}
            ---- Cases/Generated/P{failure.Number}.cs
            {ProgramWriter.Write(small, $"Cases.Generated.P{failure.Number}", expectations)}----
            """;
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>What the programs of a run were like.</summary>
    private sealed class Statistics
    {
        private readonly HashSet<Enum> _used = [];
        private int _programs;
        private int _clean;
        private int _defective;
        private int _unknown;
        private int _granted;

        public void Add(GeneratedOutcome outcome)
        {
            var verdicts = outcome.Outcome.Tasks.SelectMany(task => task.Verdicts).ToList();
            _programs++;
            _defective += verdicts.Any(verdict => verdict.Kind != VerdictKind.Unknown) ? 1 : 0;
            _unknown += verdicts.Any(verdict => verdict.Kind == VerdictKind.Unknown) ? 1 : 0;
            _clean += verdicts.Count == 0 ? 1 : 0;
            _granted += verdicts.Count == 0 && outcome.Program.Grants.Length > 0 ? 1 : 0;
            _used.Add(outcome.Program.Origin);
            _used.Add(outcome.Program.RoleShape);
            _used.UnionWith(outcome.Program.Tasks.SelectMany(task => new Enum[] { task.Kind, task.Placement }));
            _used.UnionWith(outcome.Program.Tasks.SelectMany(task => task.Triggers).SelectMany(trigger => new Enum[] { trigger.Trigger, trigger.Shape, trigger.Flag }));
            _used.UnionWith(outcome.Program.Grants.SelectMany(grant => new Enum[] { grant.Form, grant.Vehicle, grant.Flag, grant.Shape }));
        }

        /// <summary>That the run was not all of one kind, and that everything in the grammar was used.</summary>
        public void AssertWorthwhile()
        {
            Assert.InRange(_defective, _programs / 4, _programs * 3 / 4);
            Assert.InRange(_clean, _programs / 5, _programs * 3 / 4);
            Assert.InRange(_granted, _programs / 10, _programs);
            if (_programs >= Programs)
            {
                Type[] grammar = [typeof(RoleOrigin), typeof(Shape), typeof(TaskKind), typeof(Placement), typeof(Trigger), typeof(Flag), typeof(GrantForm), typeof(Vehicle)];
                Assert.Empty(grammar.SelectMany(type => Enum.GetValues(type).Cast<Enum>()).Except(_used));
            }
        }

        public override string ToString() => $"{_programs} programs, {_clean} clean ({_granted} by grants), {_defective} defective, {_unknown} with something unknown";
    }
}
