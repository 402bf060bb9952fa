// ExecutionRole is null before the first container, so the grant does nothing.
// expect: Task: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.S3;
using Amazon.CDK;
using Constructs;

namespace Cases.Roles.ExecutionRoleStillNull;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var bucket = new Bucket(this, "Config");
        var task = new FargateTaskDefinition(this, "Task");
        if (task.ExecutionRole is { } role)
        {
            bucket.GrantRead(role);
        }

        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            EnvironmentFiles = new[] { EnvironmentFile.FromBucket(bucket, "app.env") },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
