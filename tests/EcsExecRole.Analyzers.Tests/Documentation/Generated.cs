using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>
/// Documents that are made from the program. A test fails where one is stale; <c>UPDATE_DOCS=1</c> in the environment writes it anew instead.
/// </summary>
internal static class Generated
{
    /// <summary>What ends a part that is made.</summary>
    public const string Close = "<!-- end -->\n";

    private static bool Update => Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1";

    /// <summary>The whole file is made.</summary>
    public static void Hold(string path, string text)
    {
        var full = Full(path);
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        Assert.True(File.Exists(full), Stale(path));
        Assert.True(text == Read(full), Stale(path));
    }

    /// <summary>What stands between <c>&lt;!-- made: name --&gt;</c> and <c>&lt;!-- end --&gt;</c> is made.</summary>
    public static void HoldBlock(string path, string name, string text)
    {
        var full = Full(path);
        var file = Read(full);
        var (start, end) = (Open(name), Close);
        var from = file.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"{path} has no block '{name}'");
        from += start.Length;
        var to = file.IndexOf(end, from, StringComparison.Ordinal);
        Assert.True(to >= 0, $"the block '{name}' of {path} has no end");
        if (Update)
        {
            File.WriteAllText(full, string.Concat(file.AsSpan(0, from), text, file.AsSpan(to)));
            return;
        }

        Assert.True(text == file[from..to], Stale(path));
    }

    /// <summary>What begins a part that is made.</summary>
    public static string Open(string name) => $"<!-- made: {name} -->\n";

    /// <summary>A file of the repository, with line feeds only.</summary>
    public static string Text(string path) => Read(Full(path));

    private static string Read(string full) => File.ReadAllText(full).ReplaceLineEndings("\n");

    private static string Full(string path) => Path.Combine(TestPaths.RepositoryRoot, path);

    private static string Stale(string path) =>
        $"{path} is stale: run UPDATE_DOCS=1 dotnet run --project tests/EcsExecRole.Analyzers.Tests -- --filter-namespace EcsExecRole.Analyzers.Tests.Documentation";
}
