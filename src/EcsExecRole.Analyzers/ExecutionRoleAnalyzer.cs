using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
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
                if (Contains(block.Syntax, diagnostic.Location.SourceSpan))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    /// <summary>Whether code is part of a block: that of top-level statements spans the whole file, and with it the types behind them.</summary>
    private static bool Contains(SyntaxNode block, TextSpan code) => block is CompilationUnitSyntax unit
        ? unit.Members.Any(m => m is GlobalStatementSyntax && m.Span.Contains(code))
        : block.Span.Contains(code);

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
