// CDK drops the decrypt grant on a key that it did not create.
// expect: Task: missing kms:Decrypt
// cmk: shop/db=arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666
using System.Collections.Generic;
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Secrets.ImportedKey;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var key = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666");
        var secret = SM.Secret.FromSecretAttributes(this, "Db", new SM.SecretAttributes
        {
            SecretCompleteArn = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/db-a1B2c3",
            EncryptionKey = key,
        });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["DB"] = Secret.FromSecretsManager(secret, "password") },
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
