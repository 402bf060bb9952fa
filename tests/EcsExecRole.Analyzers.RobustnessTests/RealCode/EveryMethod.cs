using System.Collections.Immutable;
using EcsExecRole.Analyzers.Live;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EcsExecRole.Analyzers.RobustnessTests.RealCode;

/// <summary>Hands over a compilation when the compiler has bound it, as the analyzer itself gets it: nothing has to be bound again.</summary>
#pragma warning disable RS1001 // Not for a package.
internal sealed class EveryMethod(Action<Compilation, Func<SyntaxTree, SemanticModel>> onBound) : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new DiagnosticDescriptor("TEST", "", "", "Test", DiagnosticSeverity.Info, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(start =>
        {
            var models = new SemanticModels(start.Compilation);
            start.RegisterOperationBlockAction(member =>
            {
                if (member.OperationBlocks.FirstOrDefault()?.SemanticModel is { } model)
                {
                    models.Keep(model);
                }
            });
            start.RegisterCompilationEndAction(end => onBound(end.Compilation, models.Of));
        });
    }
}
