// The secrets are made by ToDictionary; their keys are imported, and the decryption is granted key by key.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Shapes.Collections.ToDictionaryOfSecrets;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var key = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666");
        var secrets = new[] { "db", "queue" }.ToDictionary(
            name => name.ToUpperInvariant(),
            name => Secret.FromSecretsManager(new SM.Secret(this, name, new SM.SecretProps { EncryptionKey = key })));
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), Secrets = secrets });
        key.GrantDecrypt(task.ExecutionRole!);
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
