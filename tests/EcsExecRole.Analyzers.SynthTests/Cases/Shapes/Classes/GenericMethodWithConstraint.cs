// A generic helper works on whatever task definition it is given.
// expect: Ec2: missing logs:CreateLogStream, logs:PutLogEvents
// expect: Fargate: missing logs:CreateLogStream, logs:PutLogEvents
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.GenericMethodWithConstraint;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        WithLogs(new FargateTaskDefinition(this, "Fargate", new FargateTaskDefinitionProps { ExecutionRole = role }));
        WithLogs(new Ec2TaskDefinition(this, "Ec2", new Ec2TaskDefinitionProps { ExecutionRole = role }));
    }

    private static T WithLogs<T>(T task) where T : TaskDefinition
    {
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            MemoryLimitMiB = 256,
            Logging = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string> { { "awslogs-group", "/ecs/app" }, { "awslogs-region", "us-east-1" } },
            }),
        });
        return task;
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
