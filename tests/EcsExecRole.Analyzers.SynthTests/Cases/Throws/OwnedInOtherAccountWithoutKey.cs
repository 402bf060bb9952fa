// CDK refuses a secret of another account that has no key of its own.
// throws: KMS Key must be provided for cross account access to Secret
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Throws.OwnedInOtherAccountWithoutKey;

public static class Program
{
    public static void Build(App app)
    {
        var vault = new Stack(app, "Vault", new StackProps { Env = new Amazon.CDK.Environment { Account = "222222222222", Region = "us-east-1" } });
        var secret = new SM.Secret(vault, "Db", new SM.SecretProps { SecretName = "shop-db" });
        var service = new Stack(app, "Service", new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } });
        var task = new FargateTaskDefinition(service, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(secret) },
        });
    }
}
