// A role that a platform stack makes, used here with CDK's own grants.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Roles.RoleFromOtherStack;

public class PlatformStack : Stack
{
    public IRole Execution { get; }

    public PlatformStack(Construct scope, string id) : base(scope, id)
    {
        Execution = new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy") },
        });
    }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IRole role) : base(scope, id)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/shop/api"),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new PlatformStack(app, "Platform").Execution);
}
