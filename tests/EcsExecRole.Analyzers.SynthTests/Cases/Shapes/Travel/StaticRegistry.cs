// Stacks meet in a static registry of roles; one service takes the wrong entry.
// expect: Worker/Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.StaticRegistry;

public static class RoleRegistry
{
    private static readonly Dictionary<string, Role> Roles = new();

    public static void Register(string name, Role role) => Roles[name] = role;

    public static Role Get(string name) => Roles.TryGetValue(name, out var role) ? role : throw new ArgumentException(name);
}

public class PlatformStack : Stack
{
    public PlatformStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var full = new Role(this, "Full", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        full.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        RoleRegistry.Register("full", full);
        RoleRegistry.Register("bare", new Role(this, "Bare", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }));
    }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, string role, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = RoleRegistry.Get(role) });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
    }
}

public static class Program
{
    public static void Build(App app)
    {
        var props = new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } };
        _ = new PlatformStack(app, "Platform", props);
        _ = new ServiceStack(app, "Api", "full", props);
        _ = new ServiceStack(app, "Worker", "bare", props);
    }
}
