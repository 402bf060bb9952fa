// The data stack encrypts the database's secret with an imported key; the service's stack never hears of it.
// expect: Service/Task: missing kms:Decrypt
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.RDS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.DatabaseSecretOfDataStack;

public class DataStack : Stack
{
    public DataStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var key = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/11111111-aaaa-bbbb-cccc-000000000001");
        Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 });
        Database = new DatabaseInstance(this, "Database", new DatabaseInstanceProps
        {
            Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_16 }),
            Vpc = Vpc,
            Credentials = Credentials.FromGeneratedSecret("app", new CredentialsBaseOptions { EncryptionKey = key }),
        });
    }

    public IVpc Vpc { get; }

    public DatabaseInstance Database { get; }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, DataStack data, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            Environment = new Dictionary<string, string> { ["DB_HOST"] = data.Database.DbInstanceEndpointAddress },
            Secrets = new[] { "username", "password" }.ToDictionary(field => $"DB_{field.ToUpperInvariant()}", field => Secret.FromSecretsManager(data.Database.Secret!, field)),
        });
    }
}

public static class Program
{
    public static void Build(App app)
    {
        var props = new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } };
        _ = new ServiceStack(app, "Service", new DataStack(app, "Data", props), props);
    }
}
