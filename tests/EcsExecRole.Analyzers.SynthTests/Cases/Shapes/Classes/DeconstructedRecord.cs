// Records are deconstructed in the loop's head.
// expect: Worker: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.DeconstructedRecord;

public sealed record Service(string Name, string Image, bool Pulls);

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        List<Service> services =
        [
            new("Api", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4", Pulls: true),
            new("Worker", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/worker", Pulls: false),
            new("Web", "nginx", Pulls: false),
        ];
        foreach (var (name, image, pulls) in services)
        {
            var role = new Role(this, name + "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            if (pulls)
            {
                role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
            }

            new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = role })
                .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
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
