// A construct within a construct within a nested class; the grant is two levels up.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.NestedConstructs;

public class ServiceStack : Stack
{
    private sealed class Service : Construct
    {
        public Service(Construct scope, string id, string image) : base(scope, id) => Container = new Container(this, "Container", image);

        public Container Container { get; }
    }

    private sealed class Container : Construct
    {
        public Container(Construct scope, string id, string image) : base(scope, id)
        {
            Definition = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps
            {
                ExecutionRole = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }),
            });
            Definition.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
        }

        public FargateTaskDefinition Definition { get; }
    }

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var service = new Service(this, "Api", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4");
        Repository.FromRepositoryName(this, "Repository", "shop/api").GrantPull(service.Container.Definition.ObtainExecutionRole());
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
