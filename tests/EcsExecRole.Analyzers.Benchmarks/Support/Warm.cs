using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using EcsExecRole.Analyzers.Benchmarks.Apps;

namespace EcsExecRole.Analyzers.Benchmarks.Support;

/// <summary>A compiler server that has been at work for a while: the runtime has compiled what runs often for speed, the compiler's code and that of the analyzers alike.</summary>
internal static class Warm
{
    private const int Rounds = 30;

    private static readonly AppSource App = AppSource.WithTaskDefinitions(100);

    /// <summary>Builds an app again and again with our analyzer, and without any.</summary>
    public static void UpBuilds()
    {
        Up([new ExecutionRoleAnalyzer()]);
        for (var i = 0; i < Rounds; i++)
        {
            Compiler.Build(App, References.Cdk);
        }
    }

    /// <summary>Analyses an app again and again with these analyzers, and builds it without any.</summary>
    public static void Up(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        for (var i = 0; i < Rounds; i++)
        {
            Compile.Bare(App, References.Cdk);
            Compile.Analyzed(App, References.Cdk, analyzers);
        }

        // What is compiled for speed is compiled in the background.
        Thread.Sleep(TimeSpan.FromSeconds(1));
    }
}
