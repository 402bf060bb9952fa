// A service class exposes an ISecret that is really owned by the stack with an imported key.
// expect: Task: missing kms:Decrypt
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Shapes.Classes.OwnEcsSecretSource;

public class Database : Construct
{
    public Database(Construct scope, string id, IKey key) : base(scope, id) =>
        Credentials = new SM.Secret(this, "Credentials", new SM.SecretProps { EncryptionKey = key });

    public SM.ISecret Credentials { get; }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var database = new Database(this, "Database", Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666"));
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { { "PASSWORD", Secret.FromSecretsManager(database.Credentials, "password") } },
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
