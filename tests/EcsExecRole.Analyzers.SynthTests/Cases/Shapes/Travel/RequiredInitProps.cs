// Role and image are required members of a props record.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.RequiredInitProps;

public sealed record ServiceProps
{
    public required IRole ExecutionRole { get; init; }

    public required string Image { get; init; }

    public string? LogPrefix { get; init; }
}

public class Service : Construct
{
    public Service(Construct scope, string id, ServiceProps props) : base(scope, id)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = props.ExecutionRole });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(props.Image),
            Logging = props.LogPrefix is null ? null : LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = props.LogPrefix }),
        });
    }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("AmazonEC2ContainerRegistryReadOnly"));
        _ = new Service(this, "Api", new ServiceProps { ExecutionRole = role, Image = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4", LogPrefix = "api" });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
