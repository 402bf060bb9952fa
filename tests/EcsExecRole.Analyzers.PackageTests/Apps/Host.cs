using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

// A compiler of another version: Host ANALYZER SOURCE REFERENCE... prints the version of Roslyn and what the analyzer in the package says.
var reference = new AnalyzerFileReference(args[0], new Loader());
reference.AnalyzerLoadFailed += (_, e) => Console.WriteLine($"load failed: {e.ErrorCode} {e.Message}");
var trees = new[] { args[1], Path.Combine(Path.GetDirectoryName(args[1])!, "obj/Debug/net10.0/Defects.GlobalUsings.g.cs") }
    .Select(f => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(f)), path: Path.GetFileName(f)));
var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(f => Path.GetFileName(f).StartsWith("System.") || f.EndsWith("netstandard.dll"));
var compilation = CSharpCompilation.Create(
    "Defects",
    trees,
    platform.Concat(args.Skip(2)).Select(f => MetadataReference.CreateFromFile(f)),
    new CSharpCompilationOptions(OutputKind.ConsoleApplication));
foreach (var error in compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error))
{
    Console.WriteLine(error);
}

Console.WriteLine("Roslyn " + typeof(Compilation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
foreach (var diagnostic in await compilation.WithAnalyzers(reference.GetAnalyzers(LanguageNames.CSharp)).GetAnalyzerDiagnosticsAsync())
{
    Console.WriteLine(diagnostic);
}

internal sealed class Loader : IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}
