// The flag is read twice, in a property and in a helper; both mean the same.
// flags: IS_PROD=true|false
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Paths.FlagReadTwice;

public static class Stage
{
    public static bool IsProduction => System.Environment.GetEnvironmentVariable("IS_PROD") == "true";
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        Grant(role);
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = Image() });
    }

    private static void Grant(Role role)
    {
        if ("true".Equals(System.Environment.GetEnvironmentVariable("IS_PROD")))
        {
            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        }
    }

    private static ContainerImage Image() => Stage.IsProduction
        ? ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4")
        : ContainerImage.FromRegistry("nginx");
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
