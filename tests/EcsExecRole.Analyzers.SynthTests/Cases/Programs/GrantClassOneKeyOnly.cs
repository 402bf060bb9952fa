// A second environment file was added, its grant was not.
// expect: Task: missing s3:GetObject
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.Programs.GrantClassOneKeyOnly;

public class FileStack : Stack
{
    private const string Common = "common.env";

    public FileStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var files = new Bucket(this, "Files", new BucketProps { Versioned = true });
        var task = new FargateTaskDefinition(this, "Task");
        var container = task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            EnvironmentFiles = [EnvironmentFile.FromBucket(files, Common), EnvironmentFile.FromBucket(files, "app.env")],
        });
        container.AddToExecutionPolicy(new PolicyStatement(new PolicyStatementProps { Actions = ["s3:GetBucketLocation"], Resources = [files.BucketArn] }));
        container.AddToExecutionPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["s3:GetObject"],
            Resources = [files.ArnForObjects(Common)],
            Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, string> { ["aws:ResourceAccount"] = Account } },
        }));
    }
}

public static class Program
{
    public static void Build(App app) => new FileStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
