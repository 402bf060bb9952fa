// The attached secret is the same secret, with the same key.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.RDS;
using Amazon.CDK;
using Constructs;

namespace Cases.Secrets.AttachedDatabaseSecret;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new DatabaseCluster(this, "Db", new DatabaseClusterProps
        {
            Engine = DatabaseClusterEngine.AuroraPostgres(new AuroraPostgresClusterEngineProps { Version = AuroraPostgresEngineVersion.VER_15_3 }),
            Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }),
            Writer = ClusterInstance.ServerlessV2("writer"),
            Credentials = Credentials.FromUsername("admin", new CredentialsFromUsernameOptions { EncryptionKey = new Key(this, "Key") }),
        });
        var reader = new DatabaseSecret(this, "Reader", new DatabaseSecretProps { Username = "reader", MasterSecret = cluster.Secret });
        var attached = reader.Attach(cluster);
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret>
            {
                ["MASTER"] = Secret.FromSecretsManager(cluster.Secret!, "password"),
                ["READER"] = Secret.FromSecretsManager(attached, "password"),
            },
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
