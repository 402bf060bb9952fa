namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>How CDK's code speaks of a kind of resource.</summary>
/// <param name="Name">The kind, as <see cref="Problem.ResourceKind"/> has it.</param>
/// <param name="Interface">The construct's interface.</param>
/// <param name="Service">The IAM service of its actions.</param>
/// <param name="Grant">The grant method that gives the role what ECS needs.</param>
/// <param name="Arn">The property with its ARN.</param>
/// <param name="Variable">A name for it.</param>
internal sealed record ResourceKind(string Name, string Interface, string Service, string Grant, string Arn, string Variable)
{
    public static ResourceKind Secret { get; } = new("Secret", CdkNames.ISecret, "secretsmanager", "GrantRead", "SecretArn", "secret");

    public static ResourceKind Parameter { get; } = new("Parameter", "Amazon.CDK.AWS.SSM.IParameter", "ssm", "GrantRead", "ParameterArn", "parameter");

    public static ResourceKind Repository { get; } = new("Repository", "Amazon.CDK.AWS.ECR.IRepository", "ecr", "GrantPull", "RepositoryArn", "repository");

    public static ResourceKind LogGroup { get; } = new("LogGroup", "Amazon.CDK.AWS.Logs.ILogGroup", "logs", "GrantWrite", "LogGroupArn", "logGroup");

    public static ResourceKind Key { get; } = new("Key", "Amazon.CDK.AWS.KMS.IKey", "kms", "GrantDecrypt", "KeyArn", "key");

    public static ResourceKind Bucket { get; } = new("Bucket", "Amazon.CDK.AWS.S3.IBucket", "s3", "GrantRead", "BucketArn", "bucket");

    private static ImmutableArray<ResourceKind> All { get; } = [Secret, Parameter, Repository, LogGroup, Key, Bucket];

    public static ResourceKind? Of(string name) => All.FirstOrDefault(k => k.Name == name);

    /// <summary>Whether the grant method gives the permission: it does not make log groups, nor read what another service keeps.</summary>
    public bool Grants(string action) =>
        action.StartsWith(Service + ":", StringComparison.Ordinal) && action is not ("logs:CreateLogGroup" or "ecr:BatchImportUpstreamImage" or "ecr:CreateRepository");
}
