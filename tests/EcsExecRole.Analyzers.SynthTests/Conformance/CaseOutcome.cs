using System.Collections.Concurrent;
using EcsExecRole.Analyzers.SynthTests.Oracle;

namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>A case with what synthesis and the oracle made of it: for each task definition the verdicts of all combinations of flags together.</summary>
public sealed record CaseOutcome(CaseFile File, IReadOnlyList<Synthesis> Syntheses, IReadOnlyList<TaskVerdict> Tasks)
{
    private static readonly ConcurrentDictionary<string, Lazy<CaseOutcome>> Known = new(StringComparer.Ordinal);

    /// <summary>The outcome of a case of the catalog, made once for each run.</summary>
    public static CaseOutcome Of(string name) =>
        Known.GetOrAdd(name, static key => new Lazy<CaseOutcome>(() => Of(CaseCatalog.All[key]))).Value;

    /// <summary>Compiles, synthesizes and judges a program.</summary>
    public static CaseOutcome Of(CaseFile file) =>
        Of(file, Synthesizer.Run(file, CaseCompiler.Emit(CaseCompiler.Compile(file.Name, file.Source))));

    /// <summary>Judges what synthesis gave.</summary>
    public static CaseOutcome Of(CaseFile file, IReadOnlyList<Synthesis> syntheses)
    {
        var tasks = from synthesis in syntheses
                    where synthesis.Error is null
                    from task in TemplateOracle.Judge(CloudAssembly.Read(synthesis.Directory), file.Keys, file.Values)
                    group task by task.Path into byPath
                    orderby byPath.Key
                    select new TaskVerdict(
                        byPath.Key,
                        [.. byPath.SelectMany(task => task.Verdicts).DistinctBy(verdict => verdict.ToString()).OrderBy(verdict => verdict.ToString(), StringComparer.Ordinal)]);
        return new CaseOutcome(file, syntheses, [.. tasks]);
    }

    /// <summary>The task definitions by path with their verdicts, one verdict a line with its evidence.</summary>
    public string Report() => Tasks.Count == 0 ? "  (no task definition)" : string.Join("\n", Tasks.Select(task =>
        $"  {task.Path}: " + (task.Verdicts.Count == 0 ? "clean" : string.Concat(task.Verdicts.Select(verdict =>
            $"\n    {verdict}{(verdict.Resource.Length > 0 ? " on " + verdict.Resource : "")} ({verdict.Reason})\n      {verdict.Evidence}")))));
}
