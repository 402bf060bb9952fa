// A stage with a stack of shared things and a stack of services, linked through properties.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.StageOfSharedAndService;

public class SharedStack : Stack
{
    public SharedStack(Construct scope, string id) : base(scope, id)
    {
        Repository = new Repository(this, "Repository");
        Database = new SM.Secret(this, "Database");
        Logs = new LogGroup(this, "Logs");
    }

    public IRepository Repository { get; }

    public SM.ISecret Database { get; }

    public ILogGroup Logs { get; }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, SharedStack shared) : base(scope, id)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        shared.Repository.GrantPull(role);
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(shared.Repository.RepositoryUriForTag("5")),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { LogGroup = shared.Logs, StreamPrefix = id }),
            Secrets = new Dictionary<string, Secret> { ["DB"] = Secret.FromSecretsManager(shared.Database) },
        });
        AddDependency(shared);
    }
}

public class ShopStage : Amazon.CDK.Stage
{
    public ShopStage(Construct scope, string id, IStageProps props) : base(scope, id, props)
    {
        var shared = new SharedStack(this, "Shared");
        _ = new ServiceStack(this, "Service", shared);
    }
}

public static class Program
{
    public static void Build(App app)
    {
        foreach (var (name, region) in new[] { ("Beta", "us-east-1"), ("Prod", "eu-west-1") })
        {
            _ = new ShopStage(app, name, new Amazon.CDK.StageProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = region } });
        }
    }
}
