// Secret and imported key travel into a nested stack by its props; nobody grants the key.
// expect: Workers/Task: missing kms:Decrypt
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.NestedStackWithKey;

public class WorkerProps : NestedStackProps
{
    public required SM.ISecret Database { get; init; }

    public required IRepository Repository { get; init; }
}

public class WorkerStack : NestedStack
{
    public WorkerStack(Construct scope, string id, WorkerProps props) : base(scope, id, props)
    {
        Task = new FargateTaskDefinition(this, "Task");
        Task.AddContainer("worker", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(props.Repository, "latest"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "worker" }),
            Secrets = new Dictionary<string, Secret> { ["DB_PASSWORD"] = Secret.FromSecretsManager(props.Database, "password") },
        });
        props.Database.EncryptionKey?.GrantDecrypt(Task.TaskRole);
    }

    public FargateTaskDefinition Task { get; }
}

public class RootStack : Stack
{
    public RootStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var key = Key.FromKeyArn(this, "Key", $"arn:aws:kms:{Region}:{Account}:key/11111111-aaaa-bbbb-cccc-000000000001");
        var workers = new WorkerStack(this, "Workers", new WorkerProps
        {
            Database = new SM.Secret(this, "Database", new SM.SecretProps { EncryptionKey = key }),
            Repository = new Repository(this, "Repository"),
        });
        Amazon.CDK.Tags.Of(workers).Add("team", "workers");
    }
}

public static class Program
{
    public static void Build(App app) => new RootStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
