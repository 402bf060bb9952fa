using System.Collections.Immutable;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>What a build of <c>samples/Storefront</c> prints: its sources compiled and analyzed, and the warnings as the compiler writes them.</summary>
internal static class StorefrontBuild
{
    private const string Project = "samples/Storefront";

    // ImplicitUsings of the SDK.
    private const string Usings =
        "global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>The warnings, in the order of the files and lines.</summary>
    public static async Task<ImmutableArray<string>> Warnings()
    {
        var root = Path.Combine(TestPaths.RepositoryRoot, Project);
        var parse = new CSharpParseOptions(LanguageVersion.Preview);
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => f.Split('/') is not ["bin" or "obj", ..])
            .Order(StringComparer.Ordinal);
        var compilation = CSharpCompilation.Create(
            "Storefront",
            [
                CSharpSyntaxTree.ParseText(Usings, parse, "Usings.g.cs", cancellationToken: TestContext.Current.CancellationToken),
                .. files.Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(root, f)), parse, $"{Project}/{f}")),
            ],
            CdkReferences.Of(),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        return [.. (await Analysis.Build(compilation)).Where(d => d.Severity == DiagnosticSeverity.Warning).Select(Line)];
    }

    private static string Line(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var (line, column) = (place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1);
        return $"{place.Path}({line},{column}): warning {diagnostic.Id}: {diagnostic.GetMessage()} ({diagnostic.Descriptor.HelpLinkUri})";
    }
}
