// One of two services overrides the base stack's role and forgets the managed policy.
// expect: Reports/Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.PlatformBaseStackOverridden;

public abstract class PlatformStack : Stack
{
    private IRole? _role;

    protected PlatformStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
    }

    protected IRole ExecutionRole => _role ??= CreateExecutionRole();

    protected virtual IRole CreateExecutionRole()
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        return role;
    }

    protected void AddService(string name, int memory)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = ExecutionRole, MemoryLimitMiB = memory });
        task.AddContainer(name, new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/retail/{name}"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = name }),
        });
    }
}

public class BasketStack : PlatformStack
{
    public BasketStack(Construct scope, IStackProps props) : base(scope, "Basket", props) => AddService("basket", 512);
}

public class ReportStack : PlatformStack
{
    public ReportStack(Construct scope, IStackProps props) : base(scope, "Reports", props) => AddService("reports", 2048);

    protected override IRole CreateExecutionRole() => new Role(this, "Execution", new RoleProps
    {
        AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        Description = "Reports run at night",
    });
}

public static class Program
{
    public static void Build(App app)
    {
        var props = new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } };
        _ = new BasketStack(app, props);
        _ = new ReportStack(app, props);
    }
}
