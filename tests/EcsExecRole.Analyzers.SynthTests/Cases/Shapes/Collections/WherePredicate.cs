// Only what the predicate lets through is granted.
// expect: Worker: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.WherePredicate;

public class ServiceStack : Stack
{
    private sealed record Service(string Name, string Image, Role Role);

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var services = new List<(string Name, string Image)>
            {
                ("Api", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4"),
                ("Worker", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/worker"),
                ("Web", "nginx"),
            }
            .Select(service => new Service(service.Name, service.Image, new Role(this, service.Name + "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") })))
            .ToArray();
        foreach (var service in services)
        {
            new FargateTaskDefinition(this, service.Name, new FargateTaskDefinitionProps { ExecutionRole = service.Role })
                .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(service.Image) });
        }

        foreach (var service in services.Where(service => service.Image.Contains(".dkr.ecr.") && service.Name.StartsWith("A")))
        {
            service.Role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
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
