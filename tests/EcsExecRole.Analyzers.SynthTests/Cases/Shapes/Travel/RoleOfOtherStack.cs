// The platform stack exposes a role; each service stack grants what it needs on it, but the second one forgets.
// expect: Worker/Task: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.RoleOfOtherStack;

public class PlatformStack : Stack
{
    public PlatformStack(Construct scope, string id, IStackProps props) : base(scope, id, props) =>
        ExecutionRole = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });

    public Role ExecutionRole { get; }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, PlatformStack platform, string name, bool grant, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = platform.ExecutionRole });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/" + name) });
        if (grant)
        {
            Repository.FromRepositoryName(this, "Repository", "shop/" + name).GrantPull(platform.ExecutionRole);
        }
    }
}

public static class Program
{
    public static void Build(App app)
    {
        var props = new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } };
        var platform = new PlatformStack(app, "Platform", props);
        _ = new ServiceStack(app, "Api", platform, "api", true, props);
        _ = new ServiceStack(app, "Worker", platform, "worker", grant: false, props);
    }
}
