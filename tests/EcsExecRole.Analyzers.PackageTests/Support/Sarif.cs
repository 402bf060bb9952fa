using System.Text.Json;

namespace EcsExecRole.Analyzers.PackageTests.Support;

/// <summary>A result in an error log.</summary>
internal sealed record SarifResult(string Id, string Level, IReadOnlyDictionary<string, string?> Properties);

/// <summary>Reads what the compiler's <c>ErrorLog</c> writes.</summary>
internal static class Sarif
{
    public static string VersionOf(string path)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(path));
        return log.RootElement.GetProperty("version").GetString()!;
    }

    public static IReadOnlyList<SarifResult> Results(string path)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. from run in log.RootElement.GetProperty("runs").EnumerateArray()
               from result in run.GetProperty("results").EnumerateArray()
               select new SarifResult(
                   result.GetProperty("ruleId").GetString()!,
                   result.GetProperty("level").GetString()!,
                   result.TryGetProperty("properties", out var bag) && bag.TryGetProperty("customProperties", out var custom)
                       ? custom.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString())
                       : []),
        ];
    }
}
