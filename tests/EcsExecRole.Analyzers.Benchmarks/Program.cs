using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using EcsExecRole.Analyzers.Benchmarks;
using EcsExecRole.Analyzers.Benchmarks.Report;

// One operation of a benchmark is one round of builds: they take from milliseconds to seconds. In this process, whose compiler the first rounds warm.
var config = ManualConfig.CreateEmpty()
    .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithStrategy(RunStrategy.Monitoring).WithWarmupCount(6).WithIterationCount(PerformancePage.Rounds).WithInvocationCount(1).WithUnrollFactor(1).WithGcForce(true))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default)
    .WithOption(ConfigOptions.DisableOptimizationsValidator, true);

if (args is ["table"])
{
    PerformancePage.Write(config);
}
else
{
    BenchmarkSwitcher.FromTypes([typeof(WholeBuild), typeof(Extremes), typeof(Editor), typeof(OtherPacks)]).Run(args, config);
}
