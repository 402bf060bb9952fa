// The key's policy would name the role of the other stack, which needs the key: the stacks depend on each other.
// throws: a dependency cycle
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Throws.KeyOfOtherStack;

public static class Program
{
    public static void Build(App app)
    {
        var vault = new Stack(app, "Vault");
        var secret = new SM.Secret(vault, "Db", new SM.SecretProps { EncryptionKey = new Key(vault, "Key") });
        var service = new Stack(app, "Service");
        var task = new FargateTaskDefinition(service, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(secret) },
        });
    }
}
