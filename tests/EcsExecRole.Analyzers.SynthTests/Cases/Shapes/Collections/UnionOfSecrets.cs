// Shared and own secrets are united; the shared one has an imported key.
// expect: Task: missing kms:Decrypt
// cmk: arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/key-a1B2c3=arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Shapes.Collections.UnionOfSecrets;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var shared = new Dictionary<string, Secret>
        {
            ["LICENSE"] = Secret.FromSecretsManager(SM.Secret.FromSecretAttributes(this, "License", new SM.SecretAttributes
            {
                SecretCompleteArn = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/key-a1B2c3",
                EncryptionKey = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666"),
            })),
        };
        var own = new Dictionary<string, Secret> { ["DB"] = Secret.FromSecretsManager(new SM.Secret(this, "Db")) };
        new FargateTaskDefinition(this, "Task").AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = own.Union(shared).ToDictionary(pair => pair.Key, pair => pair.Value),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
