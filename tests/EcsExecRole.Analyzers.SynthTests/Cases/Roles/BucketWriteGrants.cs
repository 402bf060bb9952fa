// Who may write the bucket may not read it.
// expect: Task: missing s3:GetBucketLocation, s3:GetObject
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.S3;
using Amazon.CDK;
using Constructs;

namespace Cases.Roles.BucketWriteGrants;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var bucket = new Bucket(this, "Config");

        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            EnvironmentFiles = new EnvironmentFile[] { EnvironmentFile.FromBucket(bucket, "app.env") },
        });

        bucket.GrantPut(task.ObtainExecutionRole());
        bucket.GrantDelete(task.ObtainExecutionRole());
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
