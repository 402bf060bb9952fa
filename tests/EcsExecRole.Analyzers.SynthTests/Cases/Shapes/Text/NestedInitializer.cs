// Nested initializers without 'new' fill the options of a props object that already has them.
// expect: Task: missing logs:CreateLogGroup
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Text.NestedInitializer;

public sealed class LogSettings
{
    public Dictionary<string, string> Options { get; } = new() { ["awslogs-region"] = "us-east-1" };
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var settings = new LogSettings { Options = { ["awslogs-group"] = "/ecs/app", ["awslogs-create-group"] = "true" } };
        var task = new FargateTaskDefinition(this, "Task");
        task.ObtainExecutionRole().AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = new GenericLogDriver(new GenericLogDriverProps { LogDriver = "awslogs", Options = settings.Options }),
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
