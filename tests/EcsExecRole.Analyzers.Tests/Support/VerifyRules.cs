using System.Collections.Immutable;
using EcsExecRole.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>
/// Verifies the diagnostics of a program with markup: <c>{|EER1003:expression|}</c>. An exception of the analyzer's own, which users never see, fails the test.
/// </summary>
internal static class VerifyRules
{
    static VerifyRules() => CompilationFindings.OnFailure = e => throw new InvalidOperationException("the analyzer threw", e);

    /// <summary>A diagnostic of the rule at its default severity, whatever its message.</summary>
    public static DiagnosticResult Result(DiagnosticDescriptor descriptor) => new(descriptor.Id, descriptor.DefaultSeverity);

    /// <summary>Just these rules; all others are off.</summary>
    public static Task Only(string ids, string source, params DiagnosticResult[] expected) =>
        Run(source, Descriptors.All.Select(d => d.Id).Except(ids.Split(',')), expected: expected);

    /// <summary>All rules that are on and visible by default.</summary>
    public static Task All(string source, params DiagnosticResult[] expected) =>
        Run(source, [Descriptors.NoManagedPolicyId, Descriptors.AuditId, Descriptors.ReportId], expected: expected);

    /// <summary>The warnings and suggestions about permissions, roles and statements: no matters of taste.</summary>
    public static Task Silent(string body, string members = "") => All(CdkSource.Stack(body, members));

    public static async Task Run(
        string source,
        IEnumerable<string> disabled,
        string version = CdkReferences.Default,
        string? editorConfig = null,
        IEnumerable<(string Name, string Text)>? files = null,
        params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<ExecutionRoleAnalyzer, DefaultVerifier>
        {
            TestCode = source,
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            CompilerDiagnostics = CompilerDiagnostics.Errors,
        };
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.AdditionalReferences.AddRange(CdkReferences.Of(version));
        test.TestState.AdditionalFiles.AddRange((files ?? []).Select(f => (f.Name, Microsoft.CodeAnalysis.Text.SourceText.From(f.Text))));
        test.DisabledDiagnostics.AddRange(disabled);

        // Additional locations have tests of their own.
        test.ExpectedDiagnostics.AddRange(expected.Select(e => e.WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)));
        if (editorConfig is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + editorConfig));
        }

        test.SolutionTransforms.Add((solution, id) => solution.WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.Preview)));
        await test.RunAsync();
    }
}
