using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using EcsExecRole.Analyzers.Benchmarks.Apps;

namespace EcsExecRole.Analyzers.Benchmarks.Support;

/// <summary>
/// A build as the command-line compiler does it: the analyzers look at what it has bound while it emits, and hidden diagnostics and suggestions, which a build does not print, are dropped
/// before anything is done with them. Roslyn has no public way to that; <see cref="CompilationWithAnalyzers"/> is made for editors.
/// </summary>
internal static class Compiler
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Type Driver = Internal("AnalyzerDriver");

    private static readonly MethodInfo Attach = Driver.GetMethods(Any).Where(m => m.Name == "CreateAndAttachToCompilation").MinBy(m => m.GetParameters().Length)!;

    private static readonly MethodInfo GetDiagnostics = Driver.GetMethod("GetDiagnosticsAsync", Any)!;

    /// <summary>As without <c>/errorlog</c>.</summary>
    private static readonly object NotPrinted = Enum.Parse(Internal("SeverityFilter"), "Hidden, Info");

    /// <summary>From text to assembly, with analyzers, and how many warnings they print.</summary>
    public static int Build(AppSource app, ImmutableArray<MetadataReference> references, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var exceptions = new List<Diagnostic>();
        object?[] arguments =
        [
            Compile.Of(app, references), analyzers, new AnalyzerOptions([]), Activator.CreateInstance(Internal("AnalyzerManager"), Any, null, [analyzers], null),
            new Action<Diagnostic>(exceptions.Add), /* reportAnalyzer: */ false, NotPrinted, /* trackSuppressedDiagnosticIds: */ false, /* out newCompilation: */ null, CancellationToken.None,
        ];
        using var driver = (IDisposable)Attach.Invoke(null, arguments)!;
        var compilation = (Compilation)arguments[^2]!;
        using var assembly = new MemoryStream();
        if (!compilation.Emit(assembly).Success)
        {
            throw new InvalidOperationException("the app does not compile");
        }

        var found = ((Task<ImmutableArray<Diagnostic>>)GetDiagnostics.Invoke(driver, [compilation, CancellationToken.None])!).GetAwaiter().GetResult();
        return exceptions.Count == 0 ? found.Count(d => d.Severity == DiagnosticSeverity.Warning) : throw new InvalidOperationException(exceptions[0].ToString());
    }

    /// <summary>The same with ours, which owes a certain number.</summary>
    public static int Build(AppSource app, ImmutableArray<MetadataReference> references)
    {
        var found = Build(app, references, [new ExecutionRoleAnalyzer()]);
        return found == app.Expected ? found : throw new InvalidOperationException($"{found} diagnostics where {app.Expected} are due");
    }

    private static Type Internal(string name) => typeof(Compilation).Assembly.GetType("Microsoft.CodeAnalysis.Diagnostics." + name, throwOnError: true)!;
}
