// A base stack calls virtual members; one of two derived stacks forgets its rights.
// expect: Worker/Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.TemplateMethodBase;

public abstract class BaseStack : Stack
{
    protected BaseStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(ImageName) });
        Authorize(role);
    }

    protected abstract string ImageName { get; }

    protected virtual void Authorize(Role role)
    {
    }
}

public class ApiStack(Construct scope, string id, IStackProps props) : BaseStack(scope, id, props)
{
    protected override string ImageName => "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4";

    protected override void Authorize(Role role) => role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
}

public class WorkerStack(Construct scope, string id, IStackProps props) : BaseStack(scope, id, props)
{
    protected override string ImageName => "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/worker";
}

public class WebStack(Construct scope, string id, IStackProps props) : BaseStack(scope, id, props)
{
    protected override string ImageName => "nginx";
}

public static class Program
{
    public static void Build(App app)
    {
        var props = new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } };
        _ = new ApiStack(app, "Api", props);
        _ = new WorkerStack(app, "Worker", props);
        _ = new WebStack(app, "Web", props);
    }
}
