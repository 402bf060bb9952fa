// A role without any policy, complete through CDK's own grants.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Shapes.Tempting.NoPolicyAtAll;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        IRole role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), Description = "Pulls, logs and reads secrets" });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repository", "shop/api"), "1.4"),
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app", LogGroup = new LogGroup(this, "Logs") }),
            Secrets = new Dictionary<string, Secret> { { "DB", Secret.FromSecretsManager(new SM.Secret(this, "Db")) } },
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
