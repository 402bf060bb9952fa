// The Grant class writes what CDK leaves out for environment files and credential specs.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.Programs.GrantClassForFiles;

public static class FileGrants
{
    public static void Allow(IGrantable grantee, IBucket bucket, params string[] keys)
    {
        Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = grantee, Actions = ["s3:GetObject"], ResourceArns = keys.Select(key => bucket.ArnForObjects(key)).ToArray() });
        Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = grantee, Actions = ["s3:GetBucketLocation"], ResourceArns = [bucket.BucketArn] }).AssertSuccess();
    }
}

public class FileStack : Stack
{
    public FileStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var files = new Bucket(this, "Files", new BucketProps { BlockPublicAccess = BlockPublicAccess.BLOCK_ALL, EnforceSSL = true });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            EnvironmentFiles = new[] { "common.env", "app.env" }.Select(name => EnvironmentFile.FromBucket(files, name)).ToArray(),
        });
        FileGrants.Allow(task.ObtainExecutionRole(), files, "common.env", "app.env");
    }
}

public static class Program
{
    public static void Build(App app) => new FileStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
