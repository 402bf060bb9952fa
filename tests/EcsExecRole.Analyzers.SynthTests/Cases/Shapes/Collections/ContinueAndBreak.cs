// Loops left and continued early.
// expect: Api: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.ContinueAndBreak;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var roles = new[] { "Web", "Api", "Worker" }.ToDictionary(
            name => name,
            name => new Role(this, name + "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }));
        foreach (var (name, role) in roles)
        {
            if (name == "Api")
            {
                continue;
            }

            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        }

        foreach (var name in roles.Keys)
        {
            if (name == "Worker")
            {
                break;
            }

            new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = roles[name] })
                .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
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
