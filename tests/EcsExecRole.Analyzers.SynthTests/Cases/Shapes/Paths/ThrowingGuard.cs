// Whoever has no private image has no flag either: the other combination throws.
// flags: IMAGE=111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api|111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/worker
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Paths.ThrowingGuard;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var image = System.Environment.GetEnvironmentVariable("IMAGE") ?? throw new InvalidOperationException("IMAGE is not set");
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
