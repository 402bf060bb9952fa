using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Rules;

namespace EcsExecRole.Analyzers;

/// <summary>
/// Runs the construct program of a compilation once, when the first of its members is analysed, and reports each diagnostic while the member that contains it is under
/// analysis: editors show no others. Does nothing where CDK's ECS module is not referenced.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExecutionRoleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (CdkTypes.TryCreate(context.Compilation) is not { } types)
        {
            return;
        }

        var options = new Options(context.Options.AnalyzerConfigOptionsProvider);
        var roles = new RoleFiles(context.Options.AdditionalFiles);
        var findings = new CompilationFindings(context.Compilation, types, options.For, roles.Read);
        context.RegisterOperationBlockAction(block => Report(block, findings));
        context.RegisterCompilationEndAction(end => Report(end, options, roles));
    }

    private static void Report(OperationBlockAnalysisContext context, CompilationFindings findings)
    {
        // A member's blocks: its body, or its initializer; parameters' defaults and attributes hold no constructs.
        foreach (var block in context.OperationBlocks)
        {
            if (block.Kind is OperationKind.Attribute or OperationKind.ParameterInitializer)
            {
                continue;
            }

            foreach (var diagnostic in findings.In(block.Syntax.SyntaxTree, context.CancellationToken))
            {
                if (block.Syntax.Span.Contains(diagnostic.Location.SourceSpan))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    private static void Report(CompilationAnalysisContext context, Options options, RoleFiles roles)
    {
        foreach (var (subject, expected) in options.Mistakes(context.Compilation.SyntaxTrees))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.OptionMistake, Location.None, subject, expected));
        }

        foreach (var (location, file, mistake) in roles.Mistakes(context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.OptionMistake, location, file, mistake));
        }
    }
}
