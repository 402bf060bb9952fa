using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>What AWS's service authorization reference and ECS's manual say of the actions that ECS needs.</summary>
internal static class EcsActions
{
    public const string GetAuthorizationToken = "ecr:GetAuthorizationToken";
    public const string BatchGetImage = "ecr:BatchGetImage";
    public const string GetDownloadUrlForLayer = "ecr:GetDownloadUrlForLayer";
    public const string BatchCheckLayerAvailability = "ecr:BatchCheckLayerAvailability";
    public const string BatchImportUpstreamImage = "ecr:BatchImportUpstreamImage";
    public const string CreateRepository = "ecr:CreateRepository";
    public const string CreateLogStream = "logs:CreateLogStream";
    public const string PutLogEvents = "logs:PutLogEvents";
    public const string CreateLogGroup = "logs:CreateLogGroup";
    public const string GetSecretValue = "secretsmanager:GetSecretValue";
    public const string GetParameters = "ssm:GetParameters";
    public const string Decrypt = "kms:Decrypt";
    public const string GetObject = "s3:GetObject";
    public const string GetBucketLocation = "s3:GetBucketLocation";
    public const string DescribeFileSystems = "fsx:DescribeFileSystems";

    /// <summary>The resource of an action that acts on none: only a statement on <c>*</c> allows it.</summary>
    public static Template AnyResource { get; } = "*";

    private static readonly ImmutableHashSet<string> NoKeys = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    // The ECS manual: on Fargate this call leaves from a network interface that Fargate owns, outside the task's VPC.
    private static readonly ImmutableHashSet<string> OutsideTheVpc = NoKeys.Union(["aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp"]);

    /// <summary>Whether the action has no resource type, so that a policy can only allow it on <c>*</c>.</summary>
    public static bool HasNoResource(string action) =>
        Same(action, GetAuthorizationToken) || Same(action, DescribeFileSystems);

    /// <summary>The condition keys that ECS's call of the action does not carry on Fargate.</summary>
    public static ImmutableHashSet<string> AbsentKeys(string action) => Same(action, GetAuthorizationToken) ? OutsideTheVpc : NoKeys;

    /// <summary>The service's prefix of an action: <c>ecr</c> of <c>ecr:BatchGetImage</c>.</summary>
    public static string Service(string action) => action.IndexOf(':') is >= 0 and var colon ? action.Substring(0, colon) : "";

    public static bool Same(string action, string other) => string.Equals(action, other, StringComparison.OrdinalIgnoreCase);
}
