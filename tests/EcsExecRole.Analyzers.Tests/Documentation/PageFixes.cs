using System.Collections.Immutable;
using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>A fix that is offered for an example, and what it makes of it.</summary>
internal sealed record OfferedFix(string Title, string Before, string After);

/// <summary>Runs the fixes on the examples of the pages.</summary>
internal static class PageFixes
{
    private static readonly ImmutableArray<CodeFixProvider> providers =
    [
        .. typeof(ExecutionRoleFix).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(CodeFixProvider))).Select(t => (CodeFixProvider)Activator.CreateInstance(t)!),
    ];

    /// <summary>Whether a rule has a fix.</summary>
    public static bool Has(string rule) => providers.Any(p => p.FixableDiagnosticIds.Contains(rule));

    /// <summary>All fixes that are offered for the rule's diagnostic in an example, the first one first.</summary>
    public static async Task<ImmutableArray<OfferedFix>> Of(string rule, PageExample example)
    {
        using var workspace = new AdhocWorkspace();
        var program = example.Compile(example.Unmarked);
        var project = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project, VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: program.Options, parseOptions: program.SyntaxTrees[0].Options, metadataReferences: program.References));
        foreach (var tree in program.SyntaxTrees)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project), tree.FilePath, tree.GetText(TestContext.Current.CancellationToken), filePath: tree.FilePath);
        }

        var diagnostic = Assert.Single(await Diagnostics(solution.GetProject(project)!, rule));
        var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
        var actions = new List<CodeAction>();
        foreach (var provider in providers.Where(p => p.FixableDiagnosticIds.Contains(rule)))
        {
            await provider.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        }

        var fixes = ImmutableArray.CreateBuilder<OfferedFix>();
        foreach (var action in actions)
        {
            var changed = (await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
            Assert.Empty(await Diagnostics(changed.GetProject(project)!, rule));
            fixes.Add(new(action.Title, PageExample.Inside(example.Unmarked), PageExample.Inside((await changed.GetDocument(document.Id)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString())));
        }

        return fixes.ToImmutable();
    }

    /// <summary>The rule's diagnostics of a program that compiles.</summary>
    private static async Task<IEnumerable<Diagnostic>> Diagnostics(Project project, string rule)
    {
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Assert.Empty(PageExample.Complaints(compilation));
        return (await Analysis.Build(compilation)).Where(d => d.Id == rule);
    }
}
