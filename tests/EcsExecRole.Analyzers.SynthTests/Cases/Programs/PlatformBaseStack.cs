// The base stack's role has the managed policy; the services pull by URI and look unguarded.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.Programs.PlatformBaseStack;

public sealed record Stage(string Name, string Account, string Region, int Days);

public abstract class PlatformStack : Stack
{
    protected PlatformStack(Construct scope, string id, Stage stage) : base(scope, id, new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = stage.Account, Region = stage.Region },
        Tags = new Dictionary<string, string> { ["stage"] = stage.Name },
    })
    {
        StageInfo = stage;
        ExecutionRole = CreateExecutionRole();
    }

    protected Stage StageInfo { get; }

    protected IRole ExecutionRole { get; }

    protected virtual IRole CreateExecutionRole() => new Role(this, "ExecutionRole", new RoleProps
    {
        AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy")],
    });

    protected string ImageUri(string name, string tag) => $"{Account}.dkr.ecr.{Region}.amazonaws.com/{StageInfo.Name}/{name}:{tag}";
}

public class CatalogStack : PlatformStack
{
    public CatalogStack(Construct scope, Stage stage) : base(scope, $"catalog-{stage.Name}", stage)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = ExecutionRole, Cpu = 512, MemoryLimitMiB = 1024 });
        task.AddContainer("catalog", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(ImageUri("catalog", "2024.11")),
            Logging = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string>
                {
                    ["awslogs-group"] = new LogGroup(this, "Logs", new LogGroupProps { Retention = StageInfo.Days > 30 ? RetentionDays.THREE_MONTHS : RetentionDays.ONE_WEEK }).LogGroupName,
                    ["awslogs-region"] = Region,
                    ["awslogs-stream-prefix"] = "catalog",
                },
            }),
        });
    }
}

public static class Program
{
    private static readonly Stage[] Stages = [new("test", "111111111111", "us-east-1", 7), new("prod", "222222222222", "eu-west-1", 90)];

    public static void Build(App app)
    {
        foreach (var stage in Stages)
        {
            _ = new CatalogStack(app, stage);
        }
    }
}
