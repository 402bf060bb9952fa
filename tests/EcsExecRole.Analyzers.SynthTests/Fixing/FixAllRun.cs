using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>Fixes a program as <c>dotnet format analyzers</c> does: rule by rule, each time all of its diagnostics.</summary>
public static class FixAllRun
{
    // A fix may uncover what another rule then sees: a dead statement, once corrected, may still lack a key.
    private const int Rounds = 3;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [.. Create<DiagnosticAnalyzer>("EcsExecRole.Analyzers")];

    /// <summary>The rules that have a fix.</summary>
    public static IReadOnlyCollection<string> FixableRules { get; } = [.. Create<CodeFixProvider>("EcsExecRole.Analyzers.CodeFixes").SelectMany(f => f.FixableDiagnosticIds).Distinct()];

    private static readonly ImmutableArray<CodeFixProvider> Fixers = [.. Create<CodeFixProvider>("EcsExecRole.Analyzers.CodeFixes")];

    /// <summary>The texts of the fixed files, by path.</summary>
    /// <param name="program">The program.</param>
    /// <param name="options">The analyzer's options.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="rounds">How often the command runs at most.</param>
    /// <param name="only">The only rule to be fixed; null for all.</param>
    public static async Task<ImmutableDictionary<string, string>> RunAsync(CSharpCompilation program, AnalyzerOptions options, CancellationToken cancellation, int rounds = Rounds, string? only = null)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, program.AssemblyName!, program.AssemblyName!, LanguageNames.CSharp,
            compilationOptions: program.Options, parseOptions: program.SyntaxTrees[0].Options, metadataReferences: program.References));
        var solution = program.SyntaxTrees.Aggregate(project.Solution, (s, tree) => s.AddDocument(DocumentId.CreateNewId(project.Id), tree.FilePath, tree.GetText(cancellation), filePath: tree.FilePath));

        var findings = new Findings(options);
        for (var round = 0; round < rounds; round++)
        {
            var before = solution;
            foreach (var (fixer, id) in Fixers.SelectMany(f => f.FixableDiagnosticIds.Select(id => (f, id))).Where(f => only is null || f.id == only).OrderBy(f => f.id, StringComparer.Ordinal))
            {
                solution = await FixAsync(solution, project.Id, fixer, id, findings, cancellation);
            }

            if (solution == before)
            {
                break;
            }
        }

        var texts = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var document in solution.GetProject(project.Id)!.Documents)
        {
            texts[document.FilePath!] = (await document.GetTextAsync(cancellation)).ToString();
        }

        Dump(program, texts);

        return texts.ToImmutable();
    }

    /// <summary>Writes what was changed below the folder <c>FIXED_CASES</c>, to be looked at.</summary>
    private static void Dump(CSharpCompilation before, IReadOnlyDictionary<string, string> after)
    {
        if (System.Environment.GetEnvironmentVariable("FIXED_CASES") is not { } folder)
        {
            return;
        }

        foreach (var tree in before.SyntaxTrees.Where(t => t.ToString() != after[t.FilePath]))
        {
            var path = Path.Combine(folder, before.AssemblyName!, tree.FilePath.Replace('/', '.'));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path + ".before", tree.ToString());
            File.WriteAllText(path, after[tree.FilePath]);
        }
    }

    private static async Task<Solution> FixAsync(Solution solution, ProjectId id, CodeFixProvider fixer, string rule, Findings findings, CancellationToken cancellation)
    {
        var all = await findings.OfAsync(solution.GetProject(id)!, cancellation);
        if (!all.Any(d => d.Id == rule))
        {
            return solution;
        }

        // The tool asks for a rule's first fix with whichever of the analyzer's diagnostics it has first, and goes on where that has none.
        var any = all.First(d => d.Location.IsInSource);
        var first = solution.GetDocument(any.Location.SourceTree)!;
        CodeAction? asked = null;
        await fixer.RegisterCodeFixesAsync(new CodeFixContext(first, any, (action, _) => asked ??= action, cancellation));
        var fix = await fixer.GetFixAllProvider()!.GetFixAsync(new FixAllContext(first, fixer, FixAllScope.Solution, asked?.EquivalenceKey, [rule], new Known(all), cancellation));
        if (fix is not null && (await fix.GetOperationsAsync(cancellation)).OfType<ApplyChangesOperation>().SingleOrDefault() is { } changes)
        {
            return changes.ChangedSolution;
        }

        return solution;
    }

    private static IEnumerable<T> Create<T>(string assembly) =>
        Assembly.Load(assembly).GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(T))).Select(t => (T)Activator.CreateInstance(t, nonPublic: true)!);

    /// <summary>The project's diagnostics, in the order of their places; worked out anew when a fix has changed it.</summary>
    private sealed class Findings(AnalyzerOptions options)
    {
        private Solution? _analyzed;
        private ImmutableArray<Diagnostic> _all = [];

        public async Task<ImmutableArray<Diagnostic>> OfAsync(Project project, CancellationToken cancellation)
        {
            if (_analyzed != project.Solution)
            {
                var compilation = (await project.GetCompilationAsync(cancellation))!;
                var found = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync(cancellation);
                _all = [.. found.Where(d => d.Severity >= DiagnosticSeverity.Info).OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
                _analyzed = project.Solution;
            }

            return _all;
        }
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellation) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellation) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellation);
            return diagnostics.Where(d => d.Location.SourceTree == tree);
        }
    }
}
