// The key is imported, for which CDK grants nothing; a helper grants it by hand in every environment.
// expect: clean
// cmk: arn:aws:secretsmanager:eu-central-1:111111111111:secret:payment/=arn:aws:kms:eu-central-1:111111111111:key/11111111-aaaa-bbbb-cccc-000000000001
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.EnvironmentRecords;

public record EnvironmentSettings(string Name, string Account, string KeyId, string SecretSuffix);

public class PaymentStack : Stack
{
    public PaymentStack(Construct scope, EnvironmentSettings settings) : base(scope, $"Payment-{settings.Name}", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = settings.Account, Region = "eu-central-1" },
    })
    {
        var key = Key.FromKeyArn(this, "Key", $"arn:aws:kms:{Region}:{settings.Account}:key/{settings.KeyId}");
        var card = Import("Card", settings, key);
        var ledger = Import("Ledger", settings, key);
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("payment", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repository", "finance/payment"), "v7"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "payment" }),
            Secrets = new Dictionary<string, Secret>
            {
                ["CARD_KEY"] = Secret.FromSecretsManager(card, "key"),
                ["LEDGER_URL"] = Secret.FromSecretsManager(ledger),
            },
        });
        AllowDecryption(task, key);
    }

    private SM.ISecret Import(string name, EnvironmentSettings settings, IKey key) => SM.Secret.FromSecretAttributes(this, name, new SM.SecretAttributes
    {
        SecretCompleteArn = $"arn:aws:secretsmanager:{Region}:{Account}:secret:payment/{name.ToLowerInvariant()}-{settings.SecretSuffix}",
        EncryptionKey = key,
    });

    private static void AllowDecryption(TaskDefinition task, IKey key) => key.GrantDecrypt(task.ObtainExecutionRole());
}

public static class Program
{
    public static void Build(App app)
    {
        var environments = new List<EnvironmentSettings>
        {
            new("dev", "111111111111", "11111111-aaaa-bbbb-cccc-000000000001", "a1B2c3"),
            new("prod", "222222222222", "11111111-aaaa-bbbb-cccc-000000000002", "d4E5f6"),
        };
        environments.ForEach(settings => new PaymentStack(app, settings));
    }
}
