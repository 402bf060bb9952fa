using System.Runtime.CompilerServices;
using EcsExecRole.Analyzers.RobustnessTests.Support;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.RobustnessTests.Release;

/// <summary>What belongs to a compilation goes with it: an editor makes one for each key that is pressed.</summary>
public class MemoryTests
{
    [Fact]
    public void NothingKeepsACompilationAlive()
    {
        var compilations = Enumerable.Range(0, 3).Select(Analysed).ToList();

        // What the threads of the pool have last worked at is theirs until they work at something else.
        for (var i = 0; i < 20 && compilations.Any(c => c.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(compilations, c => c.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Analysed(int number)
    {
        var sample = Corpus.Samples[0];
        var file = sample.Files.First();
        var compilation = sample.With(file, file + "\n// " + number);
        Assert.NotEmpty(Inspection.Build(compilation));
        return new WeakReference(compilation);
    }
}
