// Database, its key and the service in one stack: the key's policy lets the role decrypt.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.Programs.DatabaseSecretOwnKey;

public sealed class Database : Construct
{
    public Database(Construct scope, string id, IVpc vpc) : base(scope, id)
    {
        Key = new Key(this, "Key", new KeyProps { EnableKeyRotation = true, Alias = "shop/database" });
        Cluster = new DatabaseCluster(this, "Cluster", new DatabaseClusterProps
        {
            Engine = DatabaseClusterEngine.AuroraPostgres(new AuroraPostgresClusterEngineProps { Version = AuroraPostgresEngineVersion.VER_15_4 }),
            Vpc = vpc,
            Writer = ClusterInstance.ServerlessV2("writer"),
            Credentials = Credentials.FromGeneratedSecret("shop", new CredentialsBaseOptions { EncryptionKey = Key, SecretName = "shop/database" }),
            StorageEncryptionKey = Key,
        });
    }

    public Key Key { get; }

    public DatabaseCluster Cluster { get; }

    public Secret Field(string name) => Secret.FromSecretsManager(Cluster.Secret!, name);
}

public class ShopStack : Stack
{
    public ShopStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var database = new Database(this, "Database", new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }));
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Secrets = new Dictionary<string, Secret> { ["USER"] = database.Field("username"), ["PASSWORD"] = database.Field("password") },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ShopStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
