// The secret has an imported key; a second import of it by its ARN does not tell CDK, but the secret is the same.
// expect: Task: missing kms:Decrypt
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using Amazon.CDK.AWS.KMS;
using SM = Amazon.CDK.AWS.SecretsManager;
using System.Collections.Generic;

namespace Cases.Secrets.SameSecretImportedAgain;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var key = Key.FromKeyArn(this, "TheKey", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666");
        var secret = new SM.Secret(this, "Secret", new SM.SecretProps { EncryptionKey = key });
        var again = SM.Secret.FromSecretCompleteArn(this, "Again", secret.SecretArn);
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(again) },
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
