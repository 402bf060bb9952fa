// Extension methods on the role give the rights, one calling the other and returning the role.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.ExtensionMethods;

public static class RoleExtensions
{
    public static Role AllowPull(this Role role, string repository) => role
        .Allow("*", "ecr:GetAuthorizationToken")
        .Allow($"arn:aws:ecr:us-east-1:111111111111:repository/{repository}", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");

    private static Role Allow(this Role role, string resource, params string[] actions)
    {
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = actions, Resources = new[] { resource } }));
        return role;
    }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps
        {
            ExecutionRole = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }).AllowPull("shop/api"),
        });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
