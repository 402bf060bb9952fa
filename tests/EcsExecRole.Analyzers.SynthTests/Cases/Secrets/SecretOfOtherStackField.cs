// A JSON key of a secret of another stack in the same account.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Secrets.SecretOfOtherStackField;

public static class Program
{
    public static void Build(App app)
    {
        var env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" };
        var vault = new Stack(app, "Vault", new StackProps { Env = env });
        var secret = new SM.Secret(vault, "Db");
        var service = new Stack(app, "Service", new StackProps { Env = env });
        var task = new FargateTaskDefinition(service, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret>
            {
                ["A"] = Secret.FromSecretsManager(secret, "password"),
                ["B"] = Secret.FromSecretsManagerVersion(secret, new SecretVersionInfo { VersionStage = "AWSPREVIOUS" }, "password"),
            },
        });
    }
}
