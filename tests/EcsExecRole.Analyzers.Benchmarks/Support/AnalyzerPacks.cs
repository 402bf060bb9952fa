using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EcsExecRole.Analyzers.Benchmarks.Support;

/// <summary>The analyzers of a downloaded package, as the compiler would load them.</summary>
internal static class AnalyzerPacks
{
    public static ImmutableArray<DiagnosticAnalyzer> Load(string package)
    {
        var root = Directory.EnumerateDirectories(Path.Combine(References.Metadata("PackageRoot"), package.ToLowerInvariant())).Order(StringComparer.Ordinal).Last();
        var folder = Path.Combine(root, "analyzers", "dotnet");
        folder = Directory.Exists(folder) ? Newest(folder) : Path.Combine(root, "analyzers");
        var loader = new Loader();
        var files = Directory.EnumerateFiles(folder, "*.dll").Concat(Directory.Exists(Path.Combine(folder, "cs")) ? Directory.EnumerateFiles(Path.Combine(folder, "cs"), "*.dll") : []).ToList();
        files.ForEach(loader.AddDependencyLocation);
        ImmutableArray<DiagnosticAnalyzer> found =
        [
            .. files.Where(f => !Path.GetFileName(f).Contains("CodeFix", StringComparison.Ordinal))
                .SelectMany(f => new AnalyzerFileReference(f, loader).GetAnalyzers(LanguageNames.CSharp)),
        ];
        return found.IsEmpty ? throw new InvalidOperationException($"no analyzers in {folder}") : found;
    }

    /// <summary>The folder for the newest compiler, where a package has several (<c>roslyn4.14</c>).</summary>
    private static string Newest(string folder) =>
        Directory.EnumerateDirectories(folder, "roslyn*").OrderBy(f => Version.Parse(Path.GetFileName(f)["roslyn".Length..])).LastOrDefault() ?? folder;

    private sealed class Loader : AssemblyLoadContext, IAnalyzerAssemblyLoader
    {
        private readonly Dictionary<string, string> locations = new(StringComparer.OrdinalIgnoreCase);

        public void AddDependencyLocation(string fullPath) => locations[Path.GetFileNameWithoutExtension(fullPath)] = fullPath;

        public System.Reflection.Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

        protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName assemblyName) =>
            // What this process has, Roslyn above all, is the host's.
            assemblyName.Name is { } name && !File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll")) && locations.TryGetValue(name, out var path) ? LoadFromAssemblyPath(path) : null;
    }
}
