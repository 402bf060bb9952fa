using System.Globalization;
using System.Text;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using EcsExecRole.Analyzers.Benchmarks.Apps;
using EcsExecRole.Analyzers.Benchmarks.Support;

namespace EcsExecRole.Analyzers.Benchmarks.Report;

/// <summary>Runs all benchmarks and writes their tables into <c>docs/performance.md</c>, between the marks.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- made: tables -->";
    private const string End = "<!-- end -->";

    /// <summary>How many rounds count.</summary>
    public const int Rounds = 15;

    public static void Write(IConfig config)
    {
        var text = new StringBuilder();
        WholeBuilds(Measured.Of(BenchmarkRunner.Run<WholeBuild>(config)), text);
        Console.WriteLine(text);
        ExtremePrograms(Measured.Of(BenchmarkRunner.Run<Extremes>(config)), text);
        InEditor(Measured.Of(BenchmarkRunner.Run<Editor>(config)), text);
        Packs(Measured.Of(BenchmarkRunner.Run<OtherPacks>(config)), text);

        Console.WriteLine(text);
        var path = Path.Combine(References.Metadata("RepositoryRoot"), "docs", "performance.md");
        var page = File.ReadAllText(path);
        var (start, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(path, page[..start] + "\n" + text + page[end..]);
    }

    private static void WholeBuilds(Measured measured, StringBuilder text)
    {
        text.AppendLine("## A build, by the number of task definitions\n");
        text.AppendLine("| Task definitions | Lines | Warnings | Bare compile | The analyzer | of the bare compile | of its processor time | Allocated a task definition |");
        text.AppendLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
        var points = new List<(double Size, double Time, double Memory)>();
        foreach (var size in measured.Values("TaskDefinitions").Select(v => int.Parse(v, CultureInfo.InvariantCulture)).Order())
        {
            var cost = Turns.Of(typeof(WholeBuild), size.ToString(CultureInfo.InvariantCulture)).Cost(Rounds);
            var app = AppSource.WithTaskDefinitions(size);
            points.Add((size, cost.Milliseconds, cost.Bytes));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {size:N0} | {app.Lines:N0} | {app.Expected:N0} | {cost.Bare:N0} ms | {cost.Milliseconds:N1} ms | {cost.Share:P0} | {cost.ProcessorShare:P0} | {cost.Bytes / 1024 / size:N0} KB |");
        }

        var large = points.Where(p => p.Size >= 10).ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"\nGrowth from 10 to 1,000 task definitions, as the slope of a line through the logarithms: time {Slope(large.Select(p => (p.Size, p.Time))):N2}, memory {Slope(large.Select(p => (p.Size, p.Memory))):N2}.\n");
    }

    private static void ExtremePrograms(Measured measured, StringBuilder text)
    {
        text.AppendLine("## Programs of an extreme shape\n");
        text.AppendLine("| Program | Bare compile | The analyzer | of the bare compile |");
        text.AppendLine("|---|---:|---:|---:|");
        foreach (var program in measured.Values("Program"))
        {
            var cost = Turns.Of(typeof(Extremes), program).Cost(Rounds);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {program} | {cost.Bare:N0} ms | {cost.Milliseconds:N1} ms | {cost.Share:P0} |");
        }

        text.AppendLine();
    }

    private static void InEditor(Measured measured, StringBuilder text)
    {
        text.AppendLine("## An edited document in an app of 10,000 lines\n");
        text.AppendLine("| | Time to fresh diagnostics |");
        text.AppendLine("|---|---:|");
        text.AppendLine(CultureInfo.InvariantCulture, $"| an empty analyzer | {measured.Median("", nameof(Editor.Empty)):N0} ms |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| this one | {measured.Median("", nameof(Editor.Ours)):N0} ms |\n");
    }

    private static void Packs(Measured measured, StringBuilder text)
    {
        text.AppendLine("## Beside the general packs, on the app with 100 task definitions\n");
        text.AppendLine("| Package | At work, on one thread | An analysis takes longer by | of the bare compile | Allocated |");
        text.AppendLine("|---|---:|---:|---:|---:|");
        foreach (var pack in measured.Values("Pack"))
        {
            var cost = Turns.Of(typeof(OtherPacks), pack).Cost(Rounds);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {pack} | {Telemetry.Milliseconds(OtherPacks.App, OtherPacks.Load(pack)):N0} ms | {cost.Milliseconds:N0} ms | {cost.Share:P0} | {cost.Bytes / 1024 / 1024:N0} MB |");
        }

        text.AppendLine();
    }

    /// <summary>The exponent of growth: the slope of the least-squares line through the logarithms.</summary>
    private static double Slope(IEnumerable<(double Size, double Value)> points)
    {
        var logs = points.Select(p => (X: Math.Log(p.Size), Y: Math.Log(Math.Max(p.Value, 0.001)))).ToList();
        var (x, y) = (logs.Average(p => p.X), logs.Average(p => p.Y));
        return logs.Sum(p => (p.X - x) * (p.Y - y)) / logs.Sum(p => (p.X - x) * (p.X - x));
    }
}
