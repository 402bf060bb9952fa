// An extension method of the task definition adds a container with a configuration file in S3.
// expect: Task: missing s3:GetBucketLocation, s3:GetObject
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.S3;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.ExtensionOnTaskDefinition;

public static class TaskDefinitionExtensions
{
    public static ContainerDefinition AddApi(this TaskDefinition definition, IBucket configuration, string file = "api.env") =>
        definition.AddContainer("api", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = "api" }),
            EnvironmentFiles = new[] { EnvironmentFile.FromBucket(configuration, file) },
        });
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var bucket = new Bucket(this, "Configuration");
        var task = new FargateTaskDefinition(this, "Task");
        task.AddApi(bucket);
        bucket.GrantRead(task.TaskRole);
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
