using System.Collections.Immutable;
using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>
/// Verifies a fix: the program with markup, and the same program fixed. Both compile, the fixed one has no such diagnostic left, and fixing all (in the document, the
/// project, the solution) comes to the same.
/// </summary>
internal static class VerifyFix
{
    static VerifyFix() => CompilationFindings.OnFailure = e => throw new InvalidOperationException("the analyzer threw", e);

    /// <summary>Statements of a stack's constructor, before and after; the markup names the rules that are on.</summary>
    public static Task Body<TFix>(string before, string after, string? key = null, string members = "", string? fixedMembers = null, string? all = null)
        where TFix : CodeFixProvider, new() =>
        Program<TFix>(CdkSource.Stack(Indented(before), Indented(members, "    ")), CdkSource.Stack(Indented(after), Indented(fixedMembers ?? members, "    ")), key, all: all is null ? null : CdkSource.Stack(Indented(all), Indented(fixedMembers ?? members, "    ")));

    /// <param name="before">The program.</param>
    /// <param name="after">The program, fixed; the same as before where there is no fix.</param>
    /// <param name="key">The equivalence key of the fix; null for the first.</param>
    /// <param name="editorConfig">Options.</param>
    /// <param name="all">What fixing all at once comes to, where that is not what fixing one after the other does.</param>
    /// <param name="more">Further files: their names and texts, before and after.</param>
    public static async Task Program<TFix>(string before, string after, string? key = null, string? editorConfig = null, string? all = null, params (string Name, string Before, string After)[] more)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<ExecutionRoleAnalyzer, TFix, DefaultVerifier>
        {
            TestCode = before,
            FixedCode = after,
            BatchFixedCode = all ?? after,
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            CompilerDiagnostics = CompilerDiagnostics.Errors,
            CodeActionEquivalenceKey = key,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            // A build reports at its end; that editors get the same from each document is what LiveTests are for.
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            state.OutputKind = OutputKind.ConsoleApplication;
        }

        foreach (var (name, one, other) in more)
        {
            test.TestState.Sources.Add((name, one));
            test.FixedState.Sources.Add((name, other));
            test.BatchFixedState.Sources.Add((name, other));
        }

        test.TestState.AdditionalReferences.AddRange(CdkReferences.Of(CdkReferences.Default));
        var marked = new[] { before }.Concat(more.Select(m => m.Before)).SelectMany(text => Descriptors.All.Select(d => d.Id).Where(id => text.Contains("{|" + id))).ToHashSet();
        test.DisabledDiagnostics.AddRange(Descriptors.All.Select(d => d.Id).Where(id => !marked.Contains(id)));
        if (editorConfig is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + editorConfig));
        }

        test.SolutionTransforms.Add((solution, id) => solution.WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.Preview)));
        await test.RunAsync();
    }

    /// <summary>The statements as the stack's source has its own.</summary>
    public static string Indented(string text, string indentation = "        ") =>
        string.Join("\n", text.Replace("\r\n", "\n").Split('\n').Select((line, i) => i == 0 || line.Length == 0 ? line : indentation + line));
}
