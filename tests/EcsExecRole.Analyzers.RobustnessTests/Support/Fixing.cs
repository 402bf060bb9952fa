using System.Collections.Immutable;
using EcsExecRole.Analyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EcsExecRole.Analyzers.RobustnessTests.Support;

/// <summary>A program in an editor, with all that can be done to it.</summary>
internal sealed class Fixing : IDisposable
{
    private static readonly ImmutableArray<CodeFixProvider> Fixes = [.. Instances<CodeFixProvider>()];

    private static readonly ImmutableArray<CodeRefactoringProvider> Refactorings = [.. Instances<CodeRefactoringProvider>()];

    private readonly AdhocWorkspace workspace = new();
    private readonly ProjectId project;
    private readonly Compilation compilation;

    /// <param name="program">The program.</param>
    /// <param name="generators">What else writes files for it.</param>
    /// <param name="analyzer">The analyzer; null for one with its defaults.</param>
    public Fixing(Compilation program, ImmutableArray<ISourceGenerator> generators = default, ExecutionRoleAnalyzer? analyzer = null)
    {
        project = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Default,
            "App",
            "App",
            LanguageNames.CSharp,
            compilationOptions: program.Options,
            parseOptions: program.SyntaxTrees.First().Options,
            metadataReferences: program.References,
            analyzerReferences: generators.IsDefault ? [] : [new Generators(generators)]));
        foreach (var tree in program.SyntaxTrees)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project), tree.FilePath, tree.GetText(), filePath: "/" + tree.FilePath);
        }

        Solution = solution;
        compilation = CompilationOf(solution);
        Diagnostics = analyzer is null ? Inspection.Build(compilation) : Inspection.Build(compilation, false, analyzer);
    }

    public Solution Solution { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What is offered for each diagnostic, by fixes and refactorings.</summary>
    public IReadOnlyList<CodeAction> Actions()
    {
        var actions = new List<CodeAction>();
        foreach (var diagnostic in Diagnostics)
        {
            if (DocumentOf(diagnostic) is not { } document)
            {
                continue;
            }

            foreach (var fix in Fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                Wait(fix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), Cancellation)));
            }

            foreach (var refactoring in Refactorings)
            {
                Wait(refactoring.ComputeRefactoringsAsync(new(document, diagnostic.Location.SourceSpan, actions.Add, Cancellation)));
            }
        }

        return actions;
    }

    /// <summary>The program after an action.</summary>
    public static Solution Apply(CodeAction action) =>
        Result(action.GetOperationsAsync(Cancellation)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    /// <summary>The program after the best fix of each diagnostic, all at once.</summary>
    public Solution ApplyAll() => Result(PlanApplier.ApplyAsync(Solution, [.. Plans()], Cancellation));

    /// <summary>The compiler's errors that an action has brought about: as many as there are more of them.</summary>
    public IReadOnlyList<Diagnostic> NewErrors(Solution after)
    {
        var (before, now) = (Errors(compilation), Errors(CompilationOf(after)));
        return now.Count <= before.Count ? [] : [.. now.ExceptBy(before.Select(d => d.GetMessage()), d => d.GetMessage())];
    }

    public void Dispose() => workspace.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<FixPlan> Plans()
    {
        foreach (var diagnostic in Diagnostics)
        {
            if (DocumentOf(diagnostic) is { } document && Fixes.OfType<ExecutionRoleFix>().FirstOrDefault(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)) is { } fix)
            {
                foreach (var plan in Result(fix.PlansAsync(document, diagnostic, GivenNames.None, Cancellation)).Take(1))
                {
                    yield return plan;
                }
            }
        }
    }

    private Document? DocumentOf(Diagnostic diagnostic) => Solution.GetDocument(diagnostic.Location.SourceTree);

    private Compilation CompilationOf(Solution solution) => Result(solution.GetProject(project)!.GetCompilationAsync(Cancellation))!;

    private static List<Diagnostic> Errors(Compilation compilation) => [.. compilation.GetDiagnostics(Cancellation).Where(d => d.Severity == DiagnosticSeverity.Error)];

    private static IEnumerable<T> Instances<T>() =>
        typeof(ExecutionRoleFix).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(T).IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (T)Activator.CreateInstance(t)!);

    private static T Result<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private sealed class Generators(ImmutableArray<ISourceGenerator> generators) : AnalyzerReference
    {
        public override string? FullPath => null;

        public override object Id => this;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => generators;
    }
}
