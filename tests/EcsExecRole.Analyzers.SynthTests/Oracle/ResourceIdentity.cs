using System.Security.Cryptography;
using System.Text;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>The names and ARNs that AWS gives to resources, and what <c>Ref</c> and <c>Fn::GetAtt</c> return for each type (from the CloudFormation reference).</summary>
internal static class ResourceIdentity
{
    /// <summary>The resource's ARN, or null for types that no policy here speaks of.</summary>
    public static string? ArnOf(Resource resource)
    {
        var (scope, name) = (resource.Scope, Name(resource));
        string InRegion(string service, string rest) => $"arn:{scope.Partition}:{service}:{scope.Region}:{scope.Account}:{rest}";
        string Global(string rest) => $"arn:{scope.Partition}:iam::{scope.Account}:{rest}";
        return resource.Type switch
        {
            "AWS::IAM::Role" => Global("role" + (resource.Text("Path") ?? "/") + name),
            "AWS::IAM::ManagedPolicy" => Global("policy" + (resource.Text("Path") ?? "/") + name),
            // Secrets Manager adds a hyphen and six characters to every secret's name.
            "AWS::SecretsManager::Secret" => InRegion("secretsmanager", $"secret:{name}-{Hash(resource, 6)}"),
            "AWS::SSM::Parameter" => InRegion("ssm", "parameter/" + name.TrimStart('/')),
            "AWS::KMS::Key" => InRegion("kms", "key/" + name),
            "AWS::Logs::LogGroup" => InRegion("logs", $"log-group:{name}:*"),
            "AWS::ECR::Repository" => InRegion("ecr", "repository/" + name),
            "AWS::S3::Bucket" => $"arn:{scope.Partition}:s3:::{name}",
            "AWS::ECS::TaskDefinition" => InRegion("ecs", $"task-definition/{name}:1"),
            _ => null,
        };
    }

    /// <summary>What <c>Ref</c> returns.</summary>
    public static string Reference(Resource resource) => resource.Type switch
    {
        "AWS::IAM::ManagedPolicy" or "AWS::SecretsManager::Secret" or "AWS::ECS::TaskDefinition" => ArnOf(resource)!,
        // An attachment refers to the secret it attaches.
        "AWS::SecretsManager::SecretTargetAttachment" => resource.Text("SecretId")!,
        _ => Name(resource),
    };

    /// <summary>What <c>Fn::GetAtt</c> returns.</summary>
    public static string Attribute(Resource resource, string attribute) => (resource.Type, attribute) switch
    {
        (_, "Arn" or "PolicyArn") when ArnOf(resource) is { } arn => arn,
        ("AWS::SecretsManager::Secret", "Id") => ArnOf(resource)!,
        ("AWS::KMS::Key", "KeyId") => Name(resource),
        ("AWS::ECR::Repository", "RepositoryUri") => $"{resource.Scope.Account}.dkr.ecr.{resource.Scope.Region}.amazonaws.com/{Name(resource)}",
        ("AWS::RDS::DBInstance" or "AWS::RDS::DBCluster", "MasterUserSecret.SecretArn") =>
            $"arn:{resource.Scope.Partition}:secretsmanager:{resource.Scope.Region}:{resource.Scope.Account}:secret:rds!{Hash(resource, 12)}-{Hash(resource, 6)}",
        _ => $"{resource.Scope.Name}-{resource.LogicalId}.{attribute}",
    };

    private static string Name(Resource resource)
    {
        var property = resource.Type switch
        {
            "AWS::IAM::Role" => "RoleName",
            "AWS::IAM::ManagedPolicy" => "ManagedPolicyName",
            "AWS::SecretsManager::Secret" or "AWS::SSM::Parameter" => "Name",
            "AWS::Logs::LogGroup" => "LogGroupName",
            "AWS::ECR::Repository" => "RepositoryName",
            "AWS::S3::Bucket" => "BucketName",
            "AWS::KMS::Alias" => "AliasName",
            "AWS::ECS::TaskDefinition" => "Family",
            _ => null,
        };
        if (property is not null && resource.Text(property) is { } given)
        {
            return given;
        }

        var generated = $"{resource.Scope.Name}-{resource.LogicalId}-{Hash(resource, 12)}";
        return resource.Type is "AWS::ECR::Repository" or "AWS::S3::Bucket" ? generated.ToLowerInvariant() : generated;
    }

    // Random in AWS; here a digest, so that it is the same in every run and nothing else can equal it.
    private static string Hash(Resource resource, int length) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{resource.Scope.Name}/{resource.LogicalId}/{length}")))[..length];
}
