// Names and policies are constants of another class; the wrong one is taken.
// expect: Task: missing logs:CreateLogStream, logs:PutLogEvents
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.ConstantsElsewhere;

public static class Policies
{
    public const string Prefix = "Amazon";

    public const string Pull = Prefix + "EC2ContainerRegistryReadOnly";

    public static class Service
    {
        public const string Execution = "service-role/" + Prefix + "ECSTaskExecutionRolePolicy";
    }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(Policies.Pull));
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role }).AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4"),
            Logging = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = "us-east-1" },
            }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
