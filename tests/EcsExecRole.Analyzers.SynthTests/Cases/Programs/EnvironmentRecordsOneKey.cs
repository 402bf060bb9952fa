// Only production has a key of its own, and nobody grants it.
// expect: Payment-prod/Task: missing kms:Decrypt
// cmk: arn:aws:secretsmanager:eu-central-1:222222222222:secret:payment/card=arn:aws:kms:eu-central-1:222222222222:key/11111111-aaaa-bbbb-cccc-000000000002
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.EnvironmentRecordsOneKey;

public record EnvironmentSettings
{
    public required string Name { get; init; }

    public required string Account { get; init; }

    public string? SecretKeyArn { get; init; }
}

public class PaymentStack : Stack
{
    public PaymentStack(Construct scope, EnvironmentSettings settings) : base(scope, $"Payment-{settings.Name}", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = settings.Account, Region = "eu-central-1" },
    })
    {
        var key = settings.SecretKeyArn is { Length: > 0 } arn ? Key.FromKeyArn(this, "Key", arn) : null;
        var secret = SM.Secret.FromSecretAttributes(this, "Card", new SM.SecretAttributes
        {
            SecretCompleteArn = $"arn:aws:secretsmanager:{Region}:{Account}:secret:payment/card-a1B2c3",
            EncryptionKey = key,
        });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("payment", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repository", "finance/payment"), "v7"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "payment" }),
            Secrets = new Dictionary<string, Secret> { ["CARD_KEY"] = Secret.FromSecretsManager(secret, "key") },
        });
        secret.GrantRead(task.ObtainExecutionRole());
    }
}

public static class Program
{
    private static readonly Dictionary<string, EnvironmentSettings> Environments = new()
    {
        ["dev"] = new() { Name = "dev", Account = "111111111111" },
        ["prod"] = new() { Name = "prod", Account = "222222222222", SecretKeyArn = "arn:aws:kms:eu-central-1:222222222222:key/11111111-aaaa-bbbb-cccc-000000000002" },
    };

    public static void Build(App app)
    {
        foreach (var (_, settings) in Environments)
        {
            _ = new PaymentStack(app, settings);
        }
    }
}
