// GetOrCreate with ??=, called from both ends.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.CachedByCoalescingAssignment;

public class ServiceStack : Stack
{
    private Role? _execution;

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = Execution() })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
        Repository.FromRepositoryName(this, "Repository", "shop/api").GrantPull(Execution());
    }

    private Role Execution() => _execution ??= new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
