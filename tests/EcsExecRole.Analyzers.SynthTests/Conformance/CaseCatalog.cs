using System.Reflection;

namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>The cases under <c>Cases/</c>, embedded in this assembly.</summary>
public static class CaseCatalog
{
    private static readonly Lazy<IReadOnlyDictionary<string, CaseFile>> Loaded = new(Load);

    /// <summary>Every case by its name.</summary>
    public static IReadOnlyDictionary<string, CaseFile> All => Loaded.Value;

    private static IReadOnlyDictionary<string, CaseFile> Load()
    {
        const string Folder = "Cases/";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => CaseFile.Parse(name[Folder.Length..^".cs".Length], Read(assembly, name)))
            .ToDictionary(file => file.Name, StringComparer.Ordinal);
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
