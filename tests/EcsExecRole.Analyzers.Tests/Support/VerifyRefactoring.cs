using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>Verifies a refactoring: the program with the caret (<c>$$</c>), and the program afterwards, which compiles.</summary>
internal static class VerifyRefactoring
{
    private const string Caret = "$$";

    /// <param name="before">Statements of a stack's constructor.</param>
    /// <param name="after">The same, afterwards; null where nothing is offered.</param>
    public static async Task Body<TRefactoring>(string before, string? after)
        where TRefactoring : CodeRefactoringProvider, new()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var source = CdkSource.Stack(VerifyFix.Indented(before)).Replace("\r\n", "\n");
        var caret = source.IndexOf(Caret, StringComparison.Ordinal);
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
            metadataReferences: CdkReferences.Of()));
        var document = project.AddDocument("App.cs", SourceText.From(source.Remove(caret, Caret.Length)), filePath: "/App.cs");

        CodeAction? offered = null;
        await new TRefactoring().ComputeRefactoringsAsync(new(document, new(caret, 0), action => offered ??= action, cancellation));
        if (after is null)
        {
            Assert.Null(offered);
            return;
        }

        Assert.NotNull(offered);
        var operations = await offered.GetOperationsAsync(cancellation);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        Assert.Equal(CdkSource.Stack(VerifyFix.Indented(after)).Replace("\r\n", "\n"), (await changed.GetTextAsync(cancellation)).ToString());
        var compilation = (await changed.Project.GetCompilationAsync(cancellation))!;
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(d => d.Severity == DiagnosticSeverity.Error));
    }
}
