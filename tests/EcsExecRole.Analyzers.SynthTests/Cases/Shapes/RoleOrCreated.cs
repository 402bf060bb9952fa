// The role may be null, and CDK then makes one: both get the grants.
// expect: clean
// flags: OWN_ROLE=true|false
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.RoleOrCreated;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = System.Environment.GetEnvironmentVariable("OWN_ROLE") == "true"
            ? new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") })
            : null;
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repo", "shop/app")),
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
