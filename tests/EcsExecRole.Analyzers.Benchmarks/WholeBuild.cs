using System.Globalization;
using BenchmarkDotNet.Attributes;
using EcsExecRole.Analyzers.Benchmarks.Apps;
using EcsExecRole.Analyzers.Benchmarks.Support;

namespace EcsExecRole.Analyzers.Benchmarks;

/// <summary>A build of an app as teams write them, by the number of its task definitions; each tenth stack lacks permissions.</summary>
public class WholeBuild
{
    private AppSource app = null!;

    [Params(1, 10, 100, 1000)]
    public int TaskDefinitions { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Warm.UpBuilds();
        app = AppSource.WithTaskDefinitions(TaskDefinitions);
    }

    [Benchmark]
    public int InTurns() => Turns.Of(typeof(WholeBuild), TaskDefinitions.ToString(CultureInfo.InvariantCulture)).Round(
        () => Compile.Bare(app, References.Cdk),
        () => Compiler.Build(app, References.Cdk, [new EmptyAnalyzer()]),
        () => Compiler.Build(app, References.Cdk));
}
