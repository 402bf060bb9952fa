// The secret that would need more is taken out again.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Shapes.Collections.DictionaryRemoved;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var key = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666");
        var secrets = new Dictionary<string, Secret>
        {
            { "DB", Secret.FromSecretsManager(new SM.Secret(this, "Db")) },
            { "KEY", Secret.FromSecretsManager(new SM.Secret(this, "Other", new SM.SecretProps { EncryptionKey = key })) },
        };
        secrets.Remove("KEY");
        new FargateTaskDefinition(this, "Task").AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), Secrets = secrets });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
