// The grant is written before anything obtains the role, and is skipped.
// expect: Task: missing s3:GetBucketLocation, s3:GetObject
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.GrantOnNullRole;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.ExecutionRole?.AddToPrincipalPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "s3:GetObject", "s3:GetBucketLocation" },
            Resources = new[] { "*" },
        }));
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repo", "shop/app")),
            EnvironmentFiles = new EnvironmentFile[] { EnvironmentFile.FromBucket(Bucket.FromBucketName(this, "Bucket", "shop-config"), "app.env") },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
