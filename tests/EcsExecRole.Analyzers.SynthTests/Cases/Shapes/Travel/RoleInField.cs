// The role lives in a field; one method adds the container, another one later gives the permissions.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.RoleInField;

public class ServiceStack : Stack
{
    private readonly Role _execution;

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        _execution = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        AddContainer();
        Allow();
    }

    private void AddContainer() =>
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = _execution })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });

    private void Allow() => _execution.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
