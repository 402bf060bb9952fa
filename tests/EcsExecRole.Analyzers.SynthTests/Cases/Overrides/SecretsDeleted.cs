// The secret that a role without its permission would need is deleted again.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.S3;
using Amazon.CDK;
using Constructs;

namespace Cases.Overrides.SecretsDeleted;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            EnvironmentFiles = new EnvironmentFile[] { EnvironmentFile.FromBucket(Bucket.FromBucketName(this, "Bucket", "shop-config"), "app.env") },
        });
        ((CfnTaskDefinition)task.Node.DefaultChild!).AddPropertyDeletionOverride("ContainerDefinitions.0.EnvironmentFiles");
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
