// The dictionary gets the secret with the imported key after the options were made with it, before the container.
// expect: Task: missing kms:Decrypt
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Shapes.Collections.DictionaryAddedLater;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var secrets = new Dictionary<string, Secret>();
        var options = new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), Secrets = secrets };
        secrets["DB"] = Secret.FromSecretsManager(new SM.Secret(this, "Db"));
        secrets.Add("KEY", Secret.FromSecretsManager(new SM.Secret(this, "Other", new SM.SecretProps
        {
            EncryptionKey = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666"),
        })));
        new FargateTaskDefinition(this, "Task").AddContainer("app", options);
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
