// Query syntax with let, where and orderby; every private service is granted.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.QuerySyntax;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var names = new[] { "web", "api", "worker" };
        var images = from name in names
                     let own = name != "web"
                     where own || name.Length == 3
                     orderby name
                     select new { Name = name, Own = own, Image = own ? $"111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/{name}" : "nginx" };
        foreach (var image in images)
        {
            var role = new Role(this, image.Name + "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            if (image.Own)
            {
                role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
            }

            new FargateTaskDefinition(this, image.Name, new FargateTaskDefinitionProps { ExecutionRole = role })
                .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image.Image) });
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
