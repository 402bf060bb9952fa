using System.Reflection;
using EcsExecRole.Analyzers.SynthTests.Conformance;

namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>What became of one generated program.</summary>
/// <param name="Number">Its number in the series.</param>
/// <param name="Differences">Where the analyzer and synth differ; empty where they agree.</param>
/// <param name="Findings">What the analyzer reports in it.</param>
internal sealed record GeneratedOutcome(int Number, ProgramSpec Program, CaseOutcome Outcome, IReadOnlyList<string> Differences, IReadOnlyList<AnalyzerFinding> Findings)
{
    /// <summary>Why synthesis threw, or null.</summary>
    public Exception? Error => Outcome.Syntheses.Select(synthesis => synthesis.Error).FirstOrDefault(error => error is not null);
}

/// <summary>
/// Compiles, synthesizes and analyzes generated programs, many in one assembly: a compilation of fifty costs little more than one of a single program.
/// </summary>
internal sealed class GeneratedRun(IAnalyzerUnderTest analyzer)
{
    private const int Batch = 50;

    /// <summary>The outcomes of programs, in their order.</summary>
    public IEnumerable<GeneratedOutcome> Run(IEnumerable<(int Number, ProgramSpec Program)> programs) => programs.Chunk(Batch).SelectMany(RunBatch);

    /// <summary>The outcome of one program, alone.</summary>
    public GeneratedOutcome Run(ProgramSpec program) => RunBatch([(0, program)]).Single();

    /// <summary>The program as a case, without expectations.</summary>
    public static CaseFile CaseOf(int number, ProgramSpec program)
    {
        var name = $"Generated/P{number}";
        return CaseFile.Parse(name, ProgramWriter.Write(program, "Cases." + name.Replace('/', '.'), []));
    }

    private IEnumerable<GeneratedOutcome> RunBatch((int Number, ProgramSpec Program)[] programs)
    {
        var files = programs.Select(program => CaseOf(program.Number, program.Program)).ToList();
        var compilation = CaseCompiler.Compile("Generated", files.Select(file => (file.Name, file.Source)));
        var image = CaseCompiler.Emit(compilation);
        var findings = analyzer.Analyze(compilation).ToLookup(finding => finding.File, StringComparer.Ordinal);

        // One copy for each combination of flags, not for each program: assemblies are never unloaded.
        var loaded = new Dictionary<string, Assembly>(StringComparer.Ordinal);
        foreach (var (file, (number, program)) in files.Zip(programs))
        {
            var outcome = CaseOutcome.Of(file, Synthesizer.Run(file, combination => CaseCompiler.BuildOf(file.Namespace, LoadedFor(combination))));
            foreach (var synthesis in outcome.Syntheses)
            {
                Directory.Delete(synthesis.Directory, recursive: true);
            }

            var mine = findings[file.Name + ".cs"].ToList();
            var differences = analyzer.Present ? Comparison.AnalyzerWithOracle(outcome, mine) : [];
            yield return new GeneratedOutcome(number, program, outcome, differences, mine);
        }

        Assembly LoadedFor(Combination combination)
        {
            if (!loaded.TryGetValue(combination.ToString(), out var assembly))
            {
                assembly = CaseCompiler.Load("Generated", image);
                loaded.Add(combination.ToString(), assembly);
            }

            return assembly;
        }
    }
}
