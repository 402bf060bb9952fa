// Fargate reads no configuration in S3 with the execution role.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Logging.FireLensConfigInS3OnFargate;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddFirelensLogRouter("router", new FirelensLogRouterDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("fluent/fluent-bit"),
            FirelensConfig = new FirelensConfig { Type = FirelensLogRouterType.FLUENTBIT, Options = new FirelensOptions { ConfigFileType = FirelensConfigFileType.S3, ConfigFileValue = "arn:aws:s3:::config/fluent.conf" } },
        });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
