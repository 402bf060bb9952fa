// Only production has the key, and the grant was written for the test stage.
// expect: Task: missing kms:Decrypt
// context: stage=test|prod
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.ContextProductionKey;

public class ContextStack : Stack
{
    public ContextStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var isProduction = ContextValue("stage") == "prod";
        var key = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/11111111-aaaa-bbbb-cccc-000000000001");
        var secret = new SM.Secret(this, "Token", new SM.SecretProps
        {
            EncryptionKey = isProduction ? key : null,
            RemovalPolicy = isProduction ? Amazon.CDK.RemovalPolicy.RETAIN : Amazon.CDK.RemovalPolicy.DESTROY,
        });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { Cpu = isProduction ? 1024 : 256, MemoryLimitMiB = isProduction ? 2048 : 512 });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repository", "shop/app")),
            Secrets = new Dictionary<string, Secret> { ["TOKEN"] = Secret.FromSecretsManager(secret) },
        });
        if (!isProduction)
        {
            key.GrantDecrypt(task.ObtainExecutionRole());
        }
    }

    private string ContextValue(string name) => Node.TryGetContext(name)?.ToString() ?? "test";
}

public static class Program
{
    public static void Build(App app) => new ContextStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
