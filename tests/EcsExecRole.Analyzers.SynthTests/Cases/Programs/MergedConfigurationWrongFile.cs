// The grant takes the default's file, the container the merged one.
// expect: api: missing s3:GetObject
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.Programs.MergedConfigurationWrongFile;

public sealed record Settings(string Image, string? File = null);

public class MergedStack : Stack
{
    private const string DefaultFile = "common.env";

    public MergedStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var files = new Bucket(this, "Files");
        var services = new Dictionary<string, Settings> { ["web"] = new("web"), ["api"] = new("api", "api.env") };
        foreach (var (name, (image, file)) in services)
        {
            var task = new FargateTaskDefinition(this, name);
            task.AddContainer(name, new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, $"{name}Repository", image)),
                EnvironmentFiles = [EnvironmentFile.FromBucket(files, file ?? DefaultFile)],
            });
            files.GrantRead(task.ObtainExecutionRole(), DefaultFile);
        }
    }
}

public static class Program
{
    public static void Build(App app) => new MergedStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
