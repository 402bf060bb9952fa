// A task definition extension of the program adds a container whose file nobody grants.
// expect: Task: missing s3:GetBucketLocation, s3:GetObject
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.S3;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.ExtensionAddsContainer;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.ObtainExecutionRole();
        task.AddExtension(new ConfigSidecar(Bucket.FromBucketName(this, "Bucket", "shop-config")));
    }
}

public class ConfigSidecar(IBucket bucket) : Amazon.JSII.Runtime.Deputy.DeputyBase, ITaskDefinitionExtension
{
    public void Extend(TaskDefinition taskDefinition) => taskDefinition.AddContainer("config", new ContainerDefinitionOptions
    {
        Image = ContainerImage.FromRegistry("nginx"),
        EnvironmentFiles = new EnvironmentFile[] { EnvironmentFile.FromBucket(bucket, "app.env") },
    });
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
