// The context key is read for the image and again for the grant.
// context: private=true|false
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Paths.ContextTwice;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        if (IsPrivate())
        {
            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        }

        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(IsPrivate() ? "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4" : "nginx") });
    }

    private bool IsPrivate() => Node.TryGetContext("private") is true;
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
