// The flag is parsed once into a static field; a secret and its key's grant depend on it.
// flags: OWN_KEY=true|false
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Shapes.Paths.FlagInStaticField;

public class ServiceStack : Stack
{
    private static readonly bool OwnKey = bool.Parse(System.Environment.GetEnvironmentVariable("OWN_KEY") ?? "false");

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var key = OwnKey ? Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666") : null;
        var secret = new SM.Secret(this, "Secret", new SM.SecretProps { EncryptionKey = key });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(secret) },
        });
        key?.GrantDecrypt(task.ObtainExecutionRole());
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
