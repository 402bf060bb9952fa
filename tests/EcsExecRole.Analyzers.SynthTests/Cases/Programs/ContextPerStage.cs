// The stage comes from the context; the key and its grant exist in production only.
// expect: clean
// context: stage=dev|prod
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.ContextPerStage;

public interface IStageConfiguration
{
    string Name { get; }

    string? KeyArn => null;

    int Desired => 1;
}

public class Development : IStageConfiguration
{
    public string Name => "dev";
}

public class Production : IStageConfiguration
{
    public string Name => "prod";

    public string? KeyArn => "arn:aws:kms:us-east-1:111111111111:key/11111111-aaaa-bbbb-cccc-000000000001";

    public int Desired => 4;
}

public class ContextStack : Stack
{
    public ContextStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var stage = Node.TryGetContext("stage") as string;
        IStageConfiguration configuration = stage switch
        {
            "prod" => new Production(),
            "dev" => new Development(),
            _ => throw new InvalidOperationException($"Unknown stage '{stage}'"),
        };
        var key = configuration.KeyArn is null ? null : Key.FromKeyArn(this, "Key", configuration.KeyArn);
        var secret = SM.Secret.FromSecretAttributes(this, "Token", new SM.SecretAttributes
        {
            SecretCompleteArn = $"arn:aws:secretsmanager:{Region}:{Account}:secret:{configuration.Name}/token-a1B2c3",
            EncryptionKey = key,
        });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repository", $"{configuration.Name}/app")),
            Secrets = new Dictionary<string, Secret> { ["TOKEN"] = Secret.FromSecretsManager(secret) },
        });
        if (configuration.KeyArn is not null)
        {
            key!.GrantDecrypt(task.ObtainExecutionRole());
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ContextStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
