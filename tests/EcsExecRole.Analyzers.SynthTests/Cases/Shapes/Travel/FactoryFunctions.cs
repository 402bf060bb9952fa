// Roles are made by functions held in a dictionary.
// expect: Worker: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.FactoryFunctions;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        Func<string, Role> bare = name => new Role(this, name + "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var factories = new Dictionary<string, Func<string, Role>>
        {
            ["Api"] = name =>
            {
                var role = bare(name);
                role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
                return role;
            },
            ["Worker"] = bare,
        };
        Add("Api");
        Add("Worker");

        void Add(string name)
        {
            var task = new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = factories[name](name) });
            task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
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
