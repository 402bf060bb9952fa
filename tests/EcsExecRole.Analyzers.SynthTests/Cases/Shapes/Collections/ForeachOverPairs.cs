// KeyValuePairs, with Key and Value read by name; one secret's key was imported.
// expect: Task: missing kms:Decrypt
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Shapes.Collections.ForeachOverPairs;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var keys = new Dictionary<string, IKey?>
        {
            { "PLAIN", null },
            { "CIPHER", Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666") },
        };
        var task = new FargateTaskDefinition(this, "Task");
        var container = task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
        foreach (KeyValuePair<string, IKey?> pair in keys)
        {
            container.AddSecret(pair.Key, Secret.FromSecretsManager(new SM.Secret(this, pair.Key, new SM.SecretProps { EncryptionKey = pair.Value })));
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
