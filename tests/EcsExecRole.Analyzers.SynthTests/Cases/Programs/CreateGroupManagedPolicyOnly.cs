// awslogs makes its group itself where a switch says so, which the managed policy does not allow.
// expect: api: missing logs:CreateLogGroup
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.CreateGroupManagedPolicyOnly;

public class LoggingStack : Stack
{
    public LoggingStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy")],
        });
        foreach (var (service, createGroup) in new[] { ("web", false), ("api", true) })
        {
            var options = new Dictionary<string, string> { ["awslogs-group"] = $"/ecs/{service}", ["awslogs-region"] = Region, ["awslogs-stream-prefix"] = service };
            if (createGroup)
            {
                options.Add("awslogs-create-group", "true");
            }

            new FargateTaskDefinition(this, service, new FargateTaskDefinitionProps { ExecutionRole = role }).AddContainer(service, new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry($"ghcr.io/acme/{service}"),
                Logging = new GenericLogDriver(new GenericLogDriverProps { LogDriver = "awslogs", Options = options }),
            });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new LoggingStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
