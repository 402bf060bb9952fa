using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Benchmarks.Apps;
using EcsExecRole.Analyzers.Benchmarks.Support;

namespace EcsExecRole.Analyzers.Benchmarks;

/// <summary>Builds of programs of an extreme shape.</summary>
public class Extremes
{
    private AppSource app = null!;
    private ImmutableArray<MetadataReference> references;

    [Params("no CDK", "CDK without ECS", "100 task definitions in one method", "100 behind 40 helpers", "10,000 dictionary entries", "100 stacks of one class", "1,000 task definitions, 600 warnings")]
    public string Program { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        references = Program == "no CDK" ? References.Runtime : References.Cdk;
        app = Program switch
        {
            "no CDK" => Shapes.NoCdk(100),
            "CDK without ECS" => Shapes.NoEcs(50),
            "100 task definitions in one method" => Shapes.OneMethod(100),
            "100 behind 40 helpers" => Shapes.DeepHelpers(40, 100),
            "1,000 task definitions, 600 warnings" => AppSource.WithTaskDefinitions(1_000, eachDefective: 1),
            "10,000 dictionary entries" => Shapes.WideDictionary(10_000),
            _ => Shapes.OneClass(100),
        };
    }

    [Benchmark]
    public int InTurns() => Turns.Of(typeof(Extremes), Program).Round(
        () => Compile.Bare(app, references),
        () => Compiler.Build(app, references, [new EmptyAnalyzer()]),
        () => Compiler.Build(app, references));
}
