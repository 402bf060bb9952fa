using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>A stack's template as CDK wrote it.</summary>
/// <param name="Name">The stack's name.</param>
/// <param name="Account">Its account, or null where the stack is environment-agnostic.</param>
/// <param name="Region">Its region, likewise.</param>
/// <param name="Template">The template.</param>
/// <param name="Directory">Where the files named by asset paths are.</param>
public sealed record StackTemplate(string Name, string? Account, string? Region, JsonObject Template, string Directory);

/// <summary>A synthesized cloud assembly: the stacks and the warnings that CDK left on constructs.</summary>
public sealed record CloudAssembly(IReadOnlyList<StackTemplate> Stacks, IReadOnlyList<ConstructWarning> Warnings)
{
    /// <summary>Reads <c>manifest.json</c> and everything it names, stages included.</summary>
    public static CloudAssembly Read(string directory)
    {
        var stacks = new List<StackTemplate>();
        var warnings = new List<ConstructWarning>();
        Read(directory, stacks, warnings);
        return new CloudAssembly(stacks, warnings);
    }

    private static void Read(string directory, List<StackTemplate> stacks, List<ConstructWarning> warnings)
    {
        var manifest = Parse(Path.Combine(directory, "manifest.json"));
        foreach (var (id, node) in manifest["artifacts"]?.AsObject() ?? [])
        {
            var artifact = node!.AsObject();
            var properties = artifact["properties"]?.AsObject();
            switch ((string?)artifact["type"])
            {
                case "cdk:cloud-assembly":
                    Read(Path.Combine(directory, (string)properties!["directoryName"]!), stacks, warnings);
                    break;
                case "aws:cloudformation:stack":
                    var (account, region) = Environment((string)artifact["environment"]!);
                    stacks.Add(new StackTemplate(
                        (string?)properties!["stackName"] ?? id,
                        account,
                        region,
                        Parse(Path.Combine(directory, (string)properties["templateFile"]!)),
                        directory));
                    warnings.AddRange(WarningsOf(artifact));
                    break;
            }
        }
    }

    /// <summary>Reads one JSON object.</summary>
    internal static JsonObject Parse(string path) => JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();

    // aws://ACCOUNT/REGION, with unknown-account and unknown-region where a stack has none.
    private static (string? Account, string? Region) Environment(string url)
    {
        var parts = url["aws://".Length..].Split('/');
        return (parts[0] == "unknown-account" ? null : parts[0], parts[1] == "unknown-region" ? null : parts[1]);
    }

    private static IEnumerable<ConstructWarning> WarningsOf(JsonObject artifact) =>
        from entry in artifact["metadata"]?.AsObject() ?? []
        from item in entry.Value!.AsArray()
        where (string?)item!["type"] == "aws:cdk:warning"
        select new ConstructWarning(entry.Key.TrimStart('/'), item["data"].AsText() ?? item["data"]!.ToJsonString());
}

/// <summary>A warning annotation.</summary>
public sealed record ConstructWarning(string Path, string Text);
