// The file comes under one flag, its grant under another.
// expect: Task: missing s3:GetBucketLocation, s3:GetObject
// flags: USE_FILE=1|0
// flags: IS_PROD=1|0
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.Programs.FeatureFlagOtherGrant;

public sealed class Flags
{
    public bool UseFile { get; } = Read("USE_FILE");

    public bool IsProduction { get; } = Read("IS_PROD");

    private static bool Read(string name) => System.Environment.GetEnvironmentVariable(name) is "1" or "true";
}

public class FlaggedStack : Stack
{
    private readonly Flags _flags = new();

    public FlaggedStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var files = Bucket.FromBucketName(this, "Files", "acme-files");
        var task = new FargateTaskDefinition(this, "Task");
        var options = new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repository", "shop/app")),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        };
        if (_flags.UseFile)
        {
            options.EnvironmentFiles = [EnvironmentFile.FromBucket(files, "app.env")];
        }

        task.AddContainer("app", options);
        if (_flags.IsProduction)
        {
            files.GrantRead(task.ExecutionRole!);
        }
    }
}

public static class Program
{
    public static void Build(App app) => new FlaggedStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
