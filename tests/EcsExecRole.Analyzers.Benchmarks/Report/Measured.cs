using BenchmarkDotNet.Reports;

namespace EcsExecRole.Analyzers.Benchmarks.Report;

/// <summary>The medians of a run, by the benchmark's parameter and method.</summary>
internal sealed class Measured
{
    private readonly List<(string Parameter, string Method, double Milliseconds, double Bytes)> cases = [];

    public static Measured Of(Summary summary)
    {
        var measured = new Measured();
        foreach (var report in summary.Reports)
        {
            if (report.ResultStatistics is not { } statistics)
            {
                throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} did not run");
            }

            var parameters = report.BenchmarkCase.Parameters.Items;
            measured.cases.Add((
                parameters.Count == 0 ? "" : parameters[0].Value.ToString()!,
                report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
                statistics.Median / 1_000_000,
                report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0));
        }

        return measured;
    }

    public IEnumerable<string> Values(string parameter) => parameter.Length == 0 ? [""] : cases.Select(c => c.Parameter).Distinct();

    public double Median(string parameter, string method) => cases.First(c => c.Parameter == parameter && c.Method == method).Milliseconds;
}
