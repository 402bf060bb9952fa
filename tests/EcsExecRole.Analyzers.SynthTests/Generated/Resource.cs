namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>The resource behind a need: how the program makes it, how it is granted, and which statements suffice.</summary>
/// <param name="Type">The C# type of the construct that stands for it, or null where nothing but a text does.</param>
/// <param name="Creation">Makes the construct; <c>{0}</c> is an id.</param>
/// <param name="Grant">Grants on the construct; <c>{0}</c> is the construct, <c>{1}</c> the role.</param>
/// <param name="Statements">The exact permissions: actions and resource, a C# expression in which <c>{0}</c> is the construct.</param>
internal sealed record Resource(string Type, string Creation, string Grant, IReadOnlyList<(string[] Actions, string Arn)> Statements)
{
    private const string Account = "111111111111";
    private const string Key = $"arn:aws:kms:us-east-1:{Account}:key/0a1b2c3d-1111-2222-3333-444455556666";

    private static readonly string[] Layers = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
    private static readonly (string[], string) Token = (["ecr:GetAuthorizationToken"], "\"*\"");

    private static readonly Resource ImportedRepository = new(
        "IRepository",
        "Repository.FromRepositoryName(this, \"{0}\", \"shop/api\")",
        "{0}.GrantPull({1})",
        [(Layers, "$\"arn:aws:ecr:{{Region}}:{{Account}}:repository/shop/api\""), Token]);

    private static readonly Resource OwnRepository = ImportedRepository with
    {
        Creation = "new Repository(this, \"{0}\")",
        Statements = [(Layers, "{0}.RepositoryArn"), Token],
    };

    private static readonly Resource Group = new(
        "ILogGroup",
        "LogGroup.FromLogGroupName(this, \"{0}\", \"/ecs/app\")",
        "{0}.GrantWrite({1})",
        [(["logs:CreateLogStream", "logs:PutLogEvents"], "$\"arn:aws:logs:{{Region}}:{{Account}}:log-group:/ecs/app:*\"")]);

    private static readonly Resource CreatedGroup = Group with
    {
        Statements = [.. Group.Statements, (["logs:CreateLogGroup"], "$\"arn:aws:logs:{{Region}}:{{Account}}:log-group:/ecs/app\"")],
    };

    private static readonly Resource OwnSecret = new(
        "SM.ISecret", "new SM.Secret(this, \"{0}\")", "{0}.GrantRead({1})", [(["secretsmanager:GetSecretValue"], "{0}.SecretArn")]);

    private static readonly Resource NamedSecret = OwnSecret with
    {
        Creation = "SM.Secret.FromSecretNameV2(this, \"{0}\", \"shop/named\")",
        Statements = [(["secretsmanager:GetSecretValue"], "$\"{{{0}.SecretArn}}-??????\"")],
    };

    private static readonly Resource SecretWithKey = new(
        "SM.ISecret",
        $"new SM.Secret(this, \"{{0}}\", new SM.SecretProps {{{{ EncryptionKey = Key.FromKeyArn(this, \"{{0}}Key\", \"{Key}\") }}}})",
        "{0}.EncryptionKey!.GrantDecrypt({1})",
        [(["kms:Decrypt"], $"\"{Key}\"")]);

    private static readonly Resource Parameter = new(
        "IStringParameter",
        "StringParameter.FromStringParameterName(this, \"{0}\", \"/shop/limit\")",
        "{0}.GrantRead({1})",
        [(["ssm:GetParameters"], "$\"arn:aws:ssm:{{Region}}:{{Account}}:parameter/shop/limit\"")]);

    private static readonly Resource File = new(
        "IBucket",
        "new Bucket(this, \"{0}\")",
        "{0}.GrantRead({1})",
        [(["s3:GetObject"], "{0}.ArnForObjects(\"app.env\")"), (["s3:GetBucketLocation"], "{0}.BucketArn")]);

    /// <summary>The resource that a trigger needs; null where there is none to grant.</summary>
    public static Resource? Of(Trigger trigger) => trigger switch
    {
        Trigger.RegistryUri or Trigger.RegistryUriOfStack => ImportedRepository,
        Trigger.OwnRepositoryUri or Trigger.OwnRepository => OwnRepository,
        Trigger.GenericLogs => Group,
        Trigger.GenericLogsCreatingGroup => CreatedGroup,
        Trigger.OwnSecret or Trigger.RegistryCredentials => OwnSecret,
        Trigger.SecretWithImportedKey => SecretWithKey,
        Trigger.SecretByName => NamedSecret,
        Trigger.ParameterByName => Parameter,
        Trigger.EnvironmentFile => File,
        Trigger.PublicImage or Trigger.AwsLogs or Trigger.FireLens => null,
        _ => throw new ArgumentOutOfRangeException(nameof(trigger)),
    };
}
