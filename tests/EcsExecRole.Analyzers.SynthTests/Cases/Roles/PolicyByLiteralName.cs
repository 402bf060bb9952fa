// A policy that names the role by a text.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK;
using Constructs;

namespace Cases.Roles.PolicyByLiteralName;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { RoleName = "shop-execution", AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        _ = new CfnPolicy(this, "Files", new CfnPolicyProps
        {
            PolicyName = "files",
            Roles = new[] { "shop-execution" },
            PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject", "s3:GetBucketLocation" }, Resources = new[] { "arn:aws:s3:::shop-config", "arn:aws:s3:::shop-config/*" } }) } }),
        });

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
