using System.Collections.Immutable;
using EcsExecRole.Analyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>A program of one file whose missing permissions are granted step by step; each step analyzes it anew, as an editor does.</summary>
internal sealed class FixRun
{
    private static readonly ExecutionRoleFix[] Fixes = [new EER1001ImageFix(), new PermissionFix()];

    private readonly Document document;

    public FixRun(string source)
    {
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
            metadataReferences: CdkReferences.Of()));
        document = project.AddDocument("App.cs", SourceText.From(source), filePath: "/App.cs");
    }

    private FixRun(Document document) => this.document = document;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<string> TextAsync() => (await document.GetTextAsync(Cancellation)).ToString();

    /// <summary>The missing permissions, in the order of their places; the program compiles.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindingsAsync()
    {
        var compilation = (await document.Project.GetCompilationAsync(Cancellation))!;
        Assert.Empty(compilation.GetDiagnostics(Cancellation).Where(d => d.Severity == DiagnosticSeverity.Error));
        var found = await compilation.WithAnalyzers([new ExecutionRoleAnalyzer()]).GetAnalyzerDiagnosticsAsync(Cancellation);
        return [.. found.Where(d => FixOf(d.Id) is not null).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    /// <summary>The titles of what is offered.</summary>
    public async Task<IReadOnlyList<string>> OffersAsync(Diagnostic diagnostic, ExecutionRoleFix? fix = null) => [.. (await ActionsAsync(diagnostic, fix)).Select(a => a.Title)];

    /// <summary>The program after the first fix.</summary>
    public async Task<FixRun> FixAsync(Diagnostic diagnostic) => await AfterAsync((await ActionsAsync(diagnostic))[0]);

    /// <summary>The program after Fix All for each rule.</summary>
    public async Task<FixRun> FixAllAsync()
    {
        var run = this;
        foreach (var rule in Fixes.SelectMany(f => f.FixableDiagnosticIds))
        {
            var fix = FixOf(rule)!;
            var context = new FixAllContext(run.document, fix, FixAllScope.Document, null, [rule], new Known([.. (await run.FindingsAsync()).Where(d => d.Id == rule)]), Cancellation);
            run = await run.AfterAsync((await fix.GetFixAllProvider().GetFixAsync(context))!);
        }

        return run;
    }

    private static ExecutionRoleFix? FixOf(string rule) => Fixes.FirstOrDefault(f => f.FixableDiagnosticIds.Contains(rule));

    private async Task<List<CodeAction>> ActionsAsync(Diagnostic diagnostic, ExecutionRoleFix? fix = null)
    {
        var actions = new List<CodeAction>();
        await (fix ?? FixOf(diagnostic.Id)!).RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), Cancellation));
        return actions;
    }

    private async Task<FixRun> AfterAsync(CodeAction action)
    {
        // An action that changes nothing has nothing to apply.
        var changes = (await action.GetOperationsAsync(Cancellation)).OfType<ApplyChangesOperation>().SingleOrDefault();
        return changes is null ? this : new(changes.ChangedSolution.GetDocument(document.Id)!);
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
