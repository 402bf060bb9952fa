// The helper returns IRole, on which nothing more can be seen; the policies are in its body.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.HelperReturningInterface;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = CreateExecutionRole() });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4"),
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
    }

    private IRole CreateExecutionRole() => new Role(this, "Execution", new RoleProps
    {
        AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy") },
    });
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
