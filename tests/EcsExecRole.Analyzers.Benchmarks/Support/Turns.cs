using System.Collections.Concurrent;
using System.Diagnostics;

namespace EcsExecRole.Analyzers.Benchmarks.Support;

/// <summary>What an analyzer costs: how much longer a build takes, and how much more it allocates, than with an empty one.</summary>
/// <param name="Bare">The bare compile, in milliseconds.</param>
/// <param name="Milliseconds">The analyzer's own time.</param>
/// <param name="Share">Of the bare compile.</param>
/// <param name="ProcessorShare">The same of the time that all processors worked.</param>
/// <param name="Bytes">What it allocates.</param>
internal sealed record Cost(double Bare, double Milliseconds, double Share, double ProcessorShare, double Bytes);

/// <summary>
/// The same build without analyzers, with an empty one and with the one that is measured, in turns: a machine is now faster and now slower, and what is done right after one another can be
/// compared. One operation of a benchmark is one round.
/// </summary>
internal sealed class Turns
{
    private static readonly ConcurrentDictionary<(Type, string), Turns> All = new();

    /// <summary>How long a turn should last, in milliseconds: what is short is built several times, since the machine's own hiccups are of some milliseconds.</summary>
    private const double Length = 200;

    private readonly List<(Turn Bare, Turn Empty, Turn Analyzer)> rounds = [];

    /// <summary>How many builds a turn is, told by the first of them.</summary>
    private int builds;

    /// <summary>The rounds of a benchmark with a parameter.</summary>
    public static Turns Of(Type benchmark, string parameter) => All.GetOrAdd((benchmark, parameter), _ => new());

    /// <summary>Runs a round; each begins with another one of the three.</summary>
    public int Round(Func<long> bare, Func<long> empty, Func<long> analyzer)
    {
        if (builds == 0)
        {
            bare();
            builds = Math.Max(1, (int)(Length / Turn.Of(bare, 1).Milliseconds));
        }

        Func<long>[] kinds = [bare, empty, analyzer];
        var turns = new Turn[kinds.Length];
        for (var i = 0; i < kinds.Length; i++)
        {
            var next = (rounds.Count + i) % kinds.Length;
            turns[next] = Turn.Of(kinds[next], builds);
        }

        rounds.Add((turns[0], turns[1], turns[2]));
        return rounds.Count;
    }

    /// <summary>The medians of the last rounds, those that were counted: of the differences within a round, not the difference of medians.</summary>
    public Cost Cost(int counted)
    {
        var last = rounds.TakeLast(counted).ToList();
        return new(
            Median(r => r.Bare.Milliseconds),
            Math.Max(Median(r => r.Analyzer.Milliseconds - r.Empty.Milliseconds), 0),
            Math.Max(Median(r => (r.Analyzer.Milliseconds - r.Empty.Milliseconds) / r.Bare.Milliseconds), 0),
            Math.Max(Median(r => (r.Analyzer.Processor - r.Empty.Processor) / r.Bare.Processor), 0),
            Math.Max(Median(r => r.Analyzer.Bytes - r.Empty.Bytes), 0));

        double Median(Func<(Turn Bare, Turn Empty, Turn Analyzer), double> value) => last.Select(value).Order().ElementAt(last.Count / 2);
    }

    private sealed record Turn(double Milliseconds, double Processor, double Bytes)
    {
        /// <summary>The mean of a few builds.</summary>
        public static Turn Of(Func<long> build, int builds)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var worked = Worked();
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < builds; i++)
            {
                build();
            }

            return new(watch.Elapsed.TotalMilliseconds / builds, (Worked() - worked) / builds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)builds);
        }

        private static double Worked()
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime.TotalMilliseconds;
        }
    }
}
