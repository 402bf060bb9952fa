namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>A defect: what a container of a level-2 task definition needs and is not granted.</summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Options">The properties of the container's options; <c>SCOPE</c> is the construct that new ones are made in.</param>
public sealed record Defect(string Rule, string Options)
{
    /// <summary>Whether a pattern's own container can have it.</summary>
    public bool IsOfPatterns => !Options.Contains("EnvironmentFiles") && !Options.Contains("CredentialSpecs");

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("EER1001", """Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1")"""),
        new("EER1002", """Image = ContainerImage.FromRegistry("nginx"), Logging = new GenericLogDriver(new GenericLogDriverProps { LogDriver = "awslogs", Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = "us-east-1" } })"""),
        new("EER1004", """Image = ContainerImage.FromRegistry("nginx"), Secrets = new Dictionary<string, EcsSecret> { ["KEY"] = EcsSecret.FromSsmParameter(StringParameter.FromStringParameterName(SCOPE, "Parameter", "/aws/reference/secretsmanager/shop/key")) }"""),
        new("EER1006", """Image = ContainerImage.FromRegistry("nginx"), Secrets = new Dictionary<string, EcsSecret> { ["KEY"] = EcsSecret.FromSecretsManager(Secret.FromSecretAttributes(SCOPE, "Secret", new SecretAttributes { SecretCompleteArn = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop-AbCdEf", EncryptionKey = Key.FromKeyArn(SCOPE, "Key", "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555") })) }"""),
        new("EER1007", """Image = ContainerImage.FromRegistry("nginx"), EnvironmentFiles = new[] { EnvironmentFile.FromBucket(Bucket.FromBucketName(SCOPE, "Settings", "shop-settings"), "app.env") }"""),
        new("EER1009", """Image = ContainerImage.FromRegistry("nginx"), CredentialSpecs = new[] { DomainlessCredentialSpec.FromS3Bucket(Bucket.FromBucketName(SCOPE, "Settings", "shop-settings"), "spec.json") }"""),
    ];
}
