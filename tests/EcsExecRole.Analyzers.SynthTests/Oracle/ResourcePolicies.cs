using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>The policies on resources of the program: keys, repositories, secrets, buckets.</summary>
internal static class ResourcePolicies
{
    /// <summary>The statements on the resource with that ARN, or null where it is not the program's, so that nobody can see its policy.</summary>
    public static IReadOnlyList<Statement>? Of(Deployment deployment, string arn)
    {
        // An object is governed by its bucket's policy.
        var owner = Arn.TryParse(arn)?.Service == "s3" ? arn.Split('/')[0] : arn;
        if (deployment.WithArn(owner) is not { } resource)
        {
            return null;
        }

        return resource.Type switch
        {
            "AWS::KMS::Key" => Statements(resource.Properties["KeyPolicy"], resource),
            "AWS::ECR::Repository" => Statements(resource.Properties["RepositoryPolicyText"], resource),
            "AWS::SecretsManager::Secret" => Attached(deployment, "AWS::SecretsManager::ResourcePolicy", "SecretId", owner, "ResourcePolicy"),
            "AWS::S3::Bucket" => Attached(deployment, "AWS::S3::BucketPolicy", "Bucket", ResourceIdentity.Reference(resource), "PolicyDocument"),
            _ => null,
        };
    }

    private static List<Statement> Attached(Deployment deployment, string type, string target, string value, string document) =>
        [.. deployment.OfType(type).Where(policy => policy.Text(target) == value).SelectMany(policy => Statements(policy.Properties[document], policy))];

    private static List<Statement> Statements(JsonNode? document, Resource resource) => [.. Statement.Of(document, resource.LogicalId)];
}
