// The role may pull the company's own images; the router's is AWS's.
// expect: Task: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.FirelensOfAwsImageOwnRepositoryOnly;

public static class Observability
{
    public static FirelensLogRouter AddRouter(this FargateTaskDefinition task, string region) => task.AddFirelensLogRouter("log_router", new FirelensLogRouterDefinitionOptions
    {
        Image = ContainerImage.FromRegistry($"906394416424.dkr.ecr.{region}.amazonaws.com/aws-for-fluent-bit:stable"),
        FirelensConfig = new FirelensConfig { Type = FirelensLogRouterType.FLUENTBIT },
        Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "router" }),
        MemoryReservationMiB = 50,
    });
}

public class ObservedStack : Stack
{
    public ObservedStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddRouter(Region);
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Logging = LogDrivers.Firelens(new FireLensLogDriverProps { Options = new Dictionary<string, string> { ["Name"] = "cloudwatch_logs" } }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ObservedStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
