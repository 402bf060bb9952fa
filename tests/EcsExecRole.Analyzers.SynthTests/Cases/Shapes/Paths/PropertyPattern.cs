// A property pattern decides whether to grant, and binds the role.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Paths.PropertyPattern;

public sealed record ServiceProps(string Image, Role? Role = null, bool Private = false);

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        Add("Web", new ServiceProps("nginx"));
        Add("Api", new ServiceProps(
            "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4",
            new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }),
            Private: true));
    }

    private void Add(string id, ServiceProps props)
    {
        if (props is { Private: true, Role: { } role })
        {
            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        }

        new FargateTaskDefinition(this, id, new FargateTaskDefinitionProps { ExecutionRole = props?.Role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(props!.Image) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
