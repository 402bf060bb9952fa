// The role that the task definition made, found in the construct tree.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.FindExecutionRole;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            EnvironmentFiles = new EnvironmentFile[] { EnvironmentFile.FromBucket(Bucket.FromBucketName(this, "Config", "shop-config"), "app.env") },
        });

        var role = (Role)task.Node.FindChild("ExecutionRole");
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject", "s3:GetBucketLocation" }, Resources = new[] { "arn:aws:s3:::shop-config", "arn:aws:s3:::shop-config/*" } }));
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
