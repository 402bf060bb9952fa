// The override uses a role that was granted the pull by hand.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Overrides.RoleReplacedAndGranted;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repo", "shop/app")),
        });
        var resource = (CfnTaskDefinition)task.Node.DefaultChild!;
        resource.ExecutionRoleArn = role.RoleArn;
        Repository.FromRepositoryName(this, "Same", "shop/app").GrantPull(role);
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
