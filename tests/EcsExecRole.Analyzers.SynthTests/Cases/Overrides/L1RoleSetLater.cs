// The role of an L1 definition is set after its creation, and may pull.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Overrides.L1RoleSetLater;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        var task = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/app" } },
        });
        task.ExecutionRoleArn = role.RoleArn;
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
