// A construct with a primary constructor: captured parameters in field initializers and methods.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.PrimaryConstructor;

public class Api(Construct scope, string id, Role role, string image) : Construct(scope, id)
{
    private readonly string _name = "app";

    public TaskDefinition Create()
    {
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer(_name, new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
        return task;
    }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        new Api(this, "Api", role, "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4").Create();
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
