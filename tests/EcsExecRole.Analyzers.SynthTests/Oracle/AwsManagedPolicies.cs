using System.Reflection;
using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>What is known of a managed policy's ARN.</summary>
internal enum ManagedPolicyExistence
{
    /// <summary>An AWS managed policy of the table.</summary>
    Known,

    /// <summary>The name of a policy of the table, but with another path, or in a customer's account.</summary>
    WrongName,

    /// <summary>Anything else.</summary>
    Unseen,
}

/// <summary>
/// The AWS managed policies that people attach to execution roles, from <c>aws-managed-policies.json</c>: by path and name, the statements of the published
/// document as far as they speak of actions that ECS asks for.
/// </summary>
internal static class AwsManagedPolicies
{
    private static readonly Lazy<JsonObject> Table = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("aws-managed-policies.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    });

    /// <summary>Looks the ARN up.</summary>
    public static ManagedPolicyExistence Find(string arn, out JsonNode? document)
    {
        document = null;
        const string Prefix = "policy/";
        if (Arn.TryParse(arn) is not { Service: "iam" } parsed || !parsed.Resource.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return ManagedPolicyExistence.Unseen;
        }

        var path = parsed.Resource[Prefix.Length..];
        if (parsed.Account == "aws" && Table.Value[path] is { } known)
        {
            document = known;
            return ManagedPolicyExistence.Known;
        }

        var name = path[(path.LastIndexOf('/') + 1)..];
        return Table.Value.Any(entry => entry.Key[(entry.Key.LastIndexOf('/') + 1)..] == name)
            ? ManagedPolicyExistence.WrongName
            : ManagedPolicyExistence.Unseen;
    }
}
