// The policy of a role is in the role's stack: with a resource of the task's stack the stacks depend on each other.
// throws: a dependency cycle
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Throws.RoleOfOtherStackOwnLogs;

public static class Program
{
    public static void Build(App app)
    {
        var shared = new Stack(app, "Shared");
        var role = new Role(shared, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var service = new Stack(app, "Service");
        var task = new FargateTaskDefinition(service, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
    }
}
