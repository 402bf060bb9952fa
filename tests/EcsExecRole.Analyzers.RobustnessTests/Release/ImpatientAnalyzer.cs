using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EcsExecRole.Analyzers.RobustnessTests.Release;

/// <summary>Cancels the analysis when the compiler has bound so many members.</summary>
#pragma warning disable RS1001 // Never loaded by a compiler, whose rules the attribute would bring along.
internal sealed class ImpatientAnalyzer(CancellationTokenSource source, int members) : DiagnosticAnalyzer
#pragma warning restore RS1001
{
    private int seen;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("NONE0001", "Nothing", "Nothing", "None", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterOperationBlockAction(_ =>
        {
            if (Interlocked.Increment(ref seen) == members)
            {
                source.Cancel();
            }
        });
    }
}
