// A callback changes the options that the helper made: a public default image becomes one of ECR.
// expect: Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.ConfiguringCallback;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        AddContainer(task, options =>
        {
            options.Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4");
            options.Cpu = 128;
        });
    }

    private static void AddContainer(TaskDefinition task, Action<ContainerDefinitionOptions> configure)
    {
        var options = new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        };
        configure(options);
        task.AddContainer("app", options);
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
