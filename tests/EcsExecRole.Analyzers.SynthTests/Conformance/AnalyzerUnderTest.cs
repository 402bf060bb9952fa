using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>One diagnostic of the analyzer, as far as it is compared with the oracle.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Severity">Its severity in this place.</param>
/// <param name="Actions">The <c>Actions</c> property, split.</param>
/// <param name="TaskDefinition">The <c>TaskDefinition</c> property, or empty.</param>
/// <param name="Resource">The <c>Resource</c> property, or empty.</param>
/// <param name="Role">The <c>Role</c> property, or empty.</param>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Message">The message.</param>
/// <param name="File">The path of the file that it is in.</param>
public sealed record AnalyzerFinding(
    string Id,
    DiagnosticSeverity Severity,
    IReadOnlyList<string> Actions,
    string TaskDefinition,
    string Resource,
    string Role,
    int Line,
    string Message,
    string File = "");

/// <summary>The analyzer's half of the comparison.</summary>
public interface IAnalyzerUnderTest
{
    /// <summary>Whether there is an analyzer to compare with.</summary>
    bool Present { get; }

    /// <summary>The findings on a program, at default severities, hidden ones left out.</summary>
    /// <param name="options">What its <c>.editorconfig</c> says; null for nothing.</param>
    IReadOnlyList<AnalyzerFinding> Analyze(string name, string source, IReadOnlyDictionary<string, string>? options = null) =>
        Analyze(CaseCompiler.Compile(name, source), options);

    /// <summary>The findings on a compilation, which may hold several programs.</summary>
    IReadOnlyList<AnalyzerFinding> Analyze(CSharpCompilation compilation, IReadOnlyDictionary<string, string>? options = null);
}

/// <summary>Runs every analyzer of an assembly over the program alone.</summary>
public sealed class CompiledAnalyzer(Assembly assembly) : IAnalyzerUnderTest
{
    private readonly IReadOnlyList<Type> _analyzers =
        [.. assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))];

    /// <summary>The analyzers that this project ships.</summary>
    public static CompiledAnalyzer Shipped { get; } = new(Assembly.Load("EcsExecRole.Analyzers"));

    public bool Present => _analyzers.Count > 0;

    public IReadOnlyList<AnalyzerFinding> Analyze(CSharpCompilation compilation, IReadOnlyDictionary<string, string>? options = null)
    {
        if (!Present)
        {
            return [];
        }

        var crashes = new ConcurrentQueue<Exception>();
        var diagnostics = new CompilationWithAnalyzers(
                compilation,
                [.. _analyzers.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!)],
                new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions([], new CaseOptions(options)),
                    onAnalyzerException: (thrown, _, _) => crashes.Enqueue(thrown),
                    concurrentAnalysis: true,
                    logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();

        // The driver would only report AD0001 and go on: a crash is a defect, not a finding.
        return crashes.TryDequeue(out var crash)
            ? throw new InvalidOperationException($"An analyzer threw on {compilation.AssemblyName}: {crash}", crash)
            : [.. diagnostics
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info)
                .Select(Finding)
                .OrderBy(finding => finding.Line)
                .ThenBy(finding => finding.Id, StringComparer.Ordinal)];
    }

    private static AnalyzerFinding Finding(Diagnostic diagnostic)
    {
        string Property(string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value ?? "" : "";
        return new AnalyzerFinding(
            diagnostic.Id,
            diagnostic.Severity,
            Property("Actions").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Property("TaskDefinition"),
            Property("Resource"),
            Property("Role"),
            diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1,
            diagnostic.GetMessage(),
            diagnostic.Location.SourceTree?.FilePath ?? "");
    }
}
