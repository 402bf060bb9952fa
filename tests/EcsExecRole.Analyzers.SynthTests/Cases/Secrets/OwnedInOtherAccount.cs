// The key's policy names the role, but across accounts the role needs the right itself.
// expect: Task: missing kms:Decrypt
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Secrets.OwnedInOtherAccount;

public static class Program
{
    public static void Build(App app)
    {
        var vault = new Stack(app, "Vault", new StackProps { Env = new Amazon.CDK.Environment { Account = "222222222222", Region = "us-east-1" } });
        var key = new Key(vault, "Key", new KeyProps { Alias = "alias/vault" });
        var secret = new SM.Secret(vault, "Db", new SM.SecretProps { SecretName = "shop-db", EncryptionKey = key });
        var service = new Stack(app, "Service", new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } });
        var task = new FargateTaskDefinition(service, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(secret) },
        });
    }
}
