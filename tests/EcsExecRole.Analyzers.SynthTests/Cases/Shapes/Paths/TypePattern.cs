// The construct tells Fargate from EC2 and grants only there.
// expect: Ec2: missing logs:CreateLogStream, logs:PutLogEvents
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Paths.TypePattern;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        TaskDefinition[] tasks =
        [
            new FargateTaskDefinition(this, "Fargate", new FargateTaskDefinitionProps { ExecutionRole = RoleOf("A") }),
            new Ec2TaskDefinition(this, "Ec2", new Ec2TaskDefinitionProps { ExecutionRole = RoleOf("B") }),
        ];
        foreach (var task in tasks)
        {
            task.AddContainer("app", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry("nginx"),
                MemoryLimitMiB = 256,
                Logging = new GenericLogDriver(new GenericLogDriverProps
                {
                    LogDriver = "awslogs",
                    Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = "us-east-1" },
                }),
            });
            if (task is FargateTaskDefinition { ExecutionRole: Role role, Compatibility: not Compatibility.EC2 })
            {
                role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("CloudWatchLogsFullAccess"));
            }
        }
    }

    private Role RoleOf(string id) => new(this, id, new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
