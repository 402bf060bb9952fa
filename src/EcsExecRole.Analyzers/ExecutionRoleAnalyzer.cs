using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Live;
using EcsExecRole.Analyzers.Rules;

namespace EcsExecRole.Analyzers;

/// <summary>
/// Runs the construct program of a compilation once and reports what ECS will miss. Does nothing where CDK's ECS module is not referenced.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExecutionRoleAnalyzer : DiagnosticAnalyzer
{
    private readonly Baselines baselines = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All;

    /// <summary>How many operations one run of the program may evaluate: fewer for tests of what never ends.</summary>
    internal int MaxSteps { get; init; } = Evaluation.Budget.Steps;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // Generated code is run as all code is; what is found in it is left out by the analyzer itself.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        if (!CdkTypes.MayBeIn(context.Compilation))
        {
            return;
        }

        var options = new Options(context.Options.AnalyzerConfigOptionsProvider);
        var roles = new RoleFiles(context.Options.AdditionalFiles);
        if (!EcsWords.AreIn(context.Compilation.SyntaxTrees, context.CancellationToken))
        {
            context.RegisterCompilationEndAction(end =>
            {
                if (CdkTypes.TryCreate(end.Compilation) is not null)
                {
                    Report(end, options, roles);
                }
            });
            return;
        }

        var models = new SemanticModels(context.Compilation);
        var sources = new ProgramSources(context.Compilation, models, baselines);
        var findings = new CompilationFindings(context.Compilation, sources.Get, sources.GetAnew, options.For, roles.Read) { MaxSteps = MaxSteps };
        var session = new Session(findings, models, sources);
        // Members are declared before their types.
        context.RegisterSymbolAction(session.Learn, SymbolKind.NamedType, SymbolKind.Method, SymbolKind.Property, SymbolKind.Field, SymbolKind.Event);
        context.RegisterOperationBlockAction(session.Report);
        context.RegisterSemanticModelAction(session.Report);
        context.RegisterCompilationEndAction(end =>
        {
            session.Report(end);
            if (sources.IsOfEcs)
            {
                Report(end, options, roles);
            }
        });
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
