// The image moved to the tools account, the grant still names the repository of this one.
// expect: Task: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.Programs.ToolsAccountOwnRepositoryGranted;

public sealed record ImageReference(string Account, string Region, string Name, string Tag)
{
    public override string ToString() => $"{Account}.dkr.ecr.{Region}.amazonaws.com/{Name}:{Tag}";
}

public class WorkloadStack : Stack
{
    public WorkloadStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var image = new ImageReference(Account, Region, "shared/app", "2024-11") with { Account = "999999999999" };
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(image.ToString()),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
        Repository.FromRepositoryName(this, "Repository", image.Name).GrantPull(task.ObtainExecutionRole());
    }
}

public static class Program
{
    public static void Build(App app) => new WorkloadStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
