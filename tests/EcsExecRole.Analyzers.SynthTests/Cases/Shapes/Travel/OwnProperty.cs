// The role is a property of the stack, granted where it is created.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.OwnProperty;

public class ServiceStack : Stack
{
    public IRole ExecutionRole { get; }

    public FargateTaskDefinition Definition { get; private set; } = null!;

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        Repository.FromRepositoryName(this, "Api", "shop/api").GrantPull(role);
        ExecutionRole = role;
        CreateDefinition();
        Definition.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
    }

    private void CreateDefinition() => Definition = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = ExecutionRole });
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
