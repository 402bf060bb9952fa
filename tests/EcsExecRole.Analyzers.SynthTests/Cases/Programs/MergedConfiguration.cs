// Defaults and overrides are merged; only the merged values say that the file and its grant go together.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.Programs.MergedConfiguration;

public sealed record Settings
{
    public string? Image { get; init; }

    public string? File { get; init; }

    public int? Memory { get; init; }

    public static Settings operator +(Settings left, Settings right) => new()
    {
        Image = right.Image ?? left.Image,
        File = right.File ?? left.File,
        Memory = right.Memory ?? left.Memory,
    };
}

public class MergedStack : Stack
{
    private static readonly Settings Defaults = new() { Memory = 512, File = "common.env" };

    public MergedStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var files = new Bucket(this, "Files");
        var services = new Dictionary<string, Settings>
        {
            ["web"] = Defaults + new Settings { Image = "web:3" },
            ["api"] = Defaults + new Settings { Image = "api:1", Memory = 2048 } + new Settings { File = "" },
        };
        foreach (var (name, settings) in services)
        {
            var task = new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { MemoryLimitMiB = settings.Memory });
            var image = settings.Image!.Split(':');
            task.AddContainer(name, new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, $"{name}Repository", image[0]), image.ElementAtOrDefault(1)),
                EnvironmentFiles = string.IsNullOrEmpty(settings.File) ? [] : [EnvironmentFile.FromBucket(files, settings.File)],
            });
            if (settings.File is { Length: > 0 } file)
            {
                files.GrantRead(task.ObtainExecutionRole(), file);
            }
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
