// The grant is in a finally, the failure in a catch that never runs.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Paths.TryFinally;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var image = "nginx";
        try
        {
            image = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4";
            new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
                .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
        }
        catch (InvalidOperationException)
        {
            throw;
        }
        finally
        {
            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
