// The pipeline gives the whole image as a CloudFormation parameter; what it is, nobody knows here.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.Programs.ImageOfCfnParameter;

public class PipelineStack : Stack
{
    public PipelineStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var image = new CfnParameter(this, "Image", new CfnParameterProps { Type = "String", Default = "public.ecr.aws/nginx/nginx:stable", Description = "What to run" });
        var count = new CfnParameter(this, "Count", new CfnParameterProps { Type = "Number", Default = 2 });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(image.ValueAsString),
            Environment = new Dictionary<string, string> { ["COUNT"] = count.ValueAsString },
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app", LogRetention = RetentionDays.ONE_MONTH }),
        });
        var fixedTask = new FargateTaskDefinition(this, "Fixed");
        fixedTask.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx:stable") });
    }
}

public static class Program
{
    public static void Build(App app) => new PipelineStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
