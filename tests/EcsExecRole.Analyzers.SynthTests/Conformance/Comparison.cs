using EcsExecRole.Analyzers.SynthTests.Oracle;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>Compares verdicts: the author's with the oracle's, and the analyzer's with the oracle's.</summary>
public static class Comparison
{
    private const string ManagedPolicyWithoutEffect = "managed policy without effect";

    /// <summary>Where the author and the oracle differ; empty where they agree.</summary>
    public static IReadOnlyList<string> AuthorWithOracle(CaseOutcome outcome)
    {
        var differences = new List<string>();
        var expectations = outcome.File.Expectations;
        if (outcome.Tasks.Count == 0 && outcome.File.Throws is null)
        {
            differences.Add("the templates have no task definition, so that the case says nothing");
        }

        foreach (var expectation in expectations.Where(expectation => expectation.TaskDefinition.Length > 0))
        {
            var named = outcome.Tasks.Count(task => expectation.Names(task.Path));
            if (named != 1)
            {
                differences.Add($"'{expectation.TaskDefinition}' names {named} task definitions of: {string.Join(", ", outcome.Tasks.Select(task => task.Path))}");
            }
        }

        foreach (var task in outcome.Tasks)
        {
            var author = expectations.Where(expectation => expectation.TaskDefinition.Length > 0 && expectation.Names(task.Path)).SelectMany(expectation => expectation.Verdicts).ToList();
            // Unknowns are silence; an author who names some must name them all.
            var counted = task.Verdicts.Where(verdict => verdict.Kind != VerdictKind.Unknown || author.Any(expected => expected.Kind == VerdictKind.Unknown));
            Add(differences, task.Path, "the author", author.Select(expected => expected.ToString()), "the oracle", counted.Select(verdict => verdict.ToString()));
        }

        return differences;
    }

    /// <summary>
    /// Where the analyzer and the oracle differ. Findings are compared task definition by task definition where all of them name one that can be told, and
    /// over the whole case otherwise.
    /// </summary>
    public static IReadOnlyList<string> AnalyzerWithOracle(CaseOutcome outcome, IReadOnlyList<AnalyzerFinding> findings)
    {
        var differences = new List<string>();
        var relevant = findings.Select(finding => (finding, Verdicts: Verdicts(finding).ToList())).Where(pair => pair.Verdicts.Count > 0).ToList();
        var truth = Truth(outcome);
        var matched = relevant.Select(pair => (pair.Verdicts, Path: PathOf(pair.finding, pair.Verdicts, truth))).ToList();
        if (matched.All(pair => pair.Path is not null))
        {
            foreach (var (path, verdicts) in truth)
            {
                var reported = matched.Where(pair => pair.Path == path).SelectMany(pair => pair.Verdicts).ToList();
                Add(differences, path, "the analyzer", reported, "synth", Due(verdicts, reported));
            }
        }
        else
        {
            var reported = relevant.SelectMany(pair => pair.Verdicts).ToList();
            Add(differences, outcome.File.Name, "the analyzer", reported, "synth", Due([.. truth.SelectMany(pair => pair.Value)], reported));
        }

        return differences;
    }

    // What must be reported: the oracle's verdicts without the unknown ones, or what is decided by hand.
    private static Dictionary<string, IReadOnlyList<string>> Truth(CaseOutcome outcome) => outcome.File.ByHand is { } byHand
        ? outcome.Tasks.ToDictionary(
            task => task.Path,
            task => (IReadOnlyList<string>)[.. byHand.Expectations.Where(expectation => expectation.TaskDefinition.Length > 0 && expectation.Names(task.Path)).SelectMany(expectation => expectation.Verdicts).Select(Reported)])
        : outcome.Tasks.ToDictionary(
            task => task.Path,
            task => (IReadOnlyList<string>)[.. task.Verdicts.Where(verdict => verdict.Kind != VerdictKind.Unknown).Select(verdict => Reported(new ExpectedVerdict(verdict.Kind, verdict.Detail, verdict.Level)))]);

    // The analyzer has one rule for managed policies that do not exist or are dropped, and its properties need not name the policy.
    private static string Reported(ExpectedVerdict verdict) => verdict.Kind is VerdictKind.NoSuchManagedPolicy or VerdictKind.DroppedManagedPolicy
        ? ManagedPolicyWithoutEffect
        : verdict.ToString();

    private static IEnumerable<string> Verdicts(AnalyzerFinding finding)
    {
        var level = finding.Severity >= DiagnosticSeverity.Warning ? NeedLevel.Warning : NeedLevel.Info;
        return finding.Id switch
        {
            "EER2001" => [Verdict.Describe(VerdictKind.NoExecutionRole, "", level)],
            "EER2002" => [Verdict.Describe(VerdictKind.WrongTrust, "", level)],
            "EER2004" => [ManagedPolicyWithoutEffect],
            _ when finding.Id.StartsWith("EER1", StringComparison.Ordinal) => finding.Actions.Select(action => Verdict.Describe(VerdictKind.Missing, action, level)),
            _ => [],
        };
    }

    // Synthesis warns of a dropped policy at the role, of one that does not exist with the task definition; a finding names both.
    private static string? PathOf(AnalyzerFinding finding, IReadOnlyList<string> verdicts, Dictionary<string, IReadOnlyList<string>> truth) =>
        verdicts.Contains(ManagedPolicyWithoutEffect) && PathOf(finding.Role, truth) is { } role && truth[role].Contains(ManagedPolicyWithoutEffect)
            ? role
            : PathOf(finding.TaskDefinition, truth);

    private static string? PathOf(string taskDefinition, Dictionary<string, IReadOnlyList<string>> truth)
    {
        var paths = taskDefinition.Length == 0 ? [] : truth.Keys.Where(path => path == taskDefinition || path.EndsWith("/" + taskDefinition, StringComparison.Ordinal)).ToList();
        return paths.Count == 1 ? paths[0] : null;
    }

    /// <summary>
    /// What of synth's verdicts has to be reported beside the analyzer's: where it names a managed policy that does not exist, which stops the deployment, it says nothing
    /// of what the role then lacks, for with the name corrected it may lack nothing.
    /// </summary>
    private static IEnumerable<string> Due(IReadOnlyCollection<string> verdicts, IReadOnlyCollection<string> reported) =>
        verdicts.Contains(ManagedPolicyWithoutEffect) && reported.Contains(ManagedPolicyWithoutEffect)
            ? verdicts.Where(verdict => verdict == ManagedPolicyWithoutEffect || reported.Contains(verdict))
            : verdicts;

    private static void Add(List<string> differences, string where, string left, IEnumerable<string> leftVerdicts, string right, IEnumerable<string> rightVerdicts)
    {
        var (one, other) = (leftVerdicts.ToHashSet(StringComparer.Ordinal), rightVerdicts.ToHashSet(StringComparer.Ordinal));
        differences.AddRange(one.Except(other).Order(StringComparer.Ordinal).Select(verdict => $"{where}: only {left} says '{verdict}'"));
        differences.AddRange(other.Except(one).Order(StringComparer.Ordinal).Select(verdict => $"{where}: only {right} says '{verdict}'"));
    }
}
