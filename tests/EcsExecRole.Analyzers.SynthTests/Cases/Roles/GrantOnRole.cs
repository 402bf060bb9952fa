// Grants on the role are not grants to it.
// expect: Task: missing s3:GetBucketLocation, s3:GetObject
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK;
using Constructs;

namespace Cases.Roles.GrantOnRole;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var caller = new Role(this, "Caller", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        role.Grant(caller, "s3:GetObject", "s3:GetBucketLocation");
        role.GrantPassRole(caller);

        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            EnvironmentFiles = new EnvironmentFile[] { EnvironmentFile.FromBucket(Bucket.FromBucketName(this, "Config", "shop-config"), "app.env") },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
