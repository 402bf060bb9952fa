using EcsExecRole.Analyzers.RobustnessTests.Support;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.RobustnessTests.RealCode;

/// <summary>Large code bases that people wrote. The test run takes some of this repository's own; <c>ROBUSTNESS_CODE</c> names a folder for the long run.</summary>
public class RealCodeTests
{
    /// <summary>Files compiled together: a folder has about as many, and memory stays small.</summary>
    private const int Chunk = 1_000;

    [Fact]
    public void NoDefect()
    {
        var exercise = new Exercise();
        foreach (var chunk in Files().Chunk(Chunk))
        {
            exercise.Run([.. chunk.Select(f => (f, File.ReadAllText(f)))]);
            if (LongRun.Code is not null)
            {
                Console.WriteLine(exercise);
            }
        }

        Assert.NotEqual(0, exercise.Roots);
        Assert.True(exercise.Defects.Count == 0, exercise + "\n" + string.Join("\n\n", exercise.Defects.Select(d => $"{d.Value.Count} times, first in {d.Value.First}: {d.Key}")));
    }

    private static IEnumerable<string> Files() =>
        (LongRun.Code is { } folder ? [folder] : new[] { "samples", "src/EcsExecRole.Analyzers/Iam" }.Select(f => Path.Combine(TestPaths.RepositoryRoot, f)))
            .SelectMany(f => Directory.EnumerateFiles(f, "*.cs", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
