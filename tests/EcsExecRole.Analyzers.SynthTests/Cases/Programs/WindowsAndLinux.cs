// A Windows task cannot have environment files; the Linux one beside it has its grant.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.Programs.WindowsAndLinux;

public abstract record Platform(string Name)
{
    public abstract RuntimePlatform Runtime { get; }

    public virtual bool HasFiles => true;

    public sealed record Windows() : Platform("windows")
    {
        public override RuntimePlatform Runtime => new() { OperatingSystemFamily = OperatingSystemFamily.WINDOWS_SERVER_2022_CORE, CpuArchitecture = CpuArchitecture.X86_64 };

        public override bool HasFiles => false;
    }

    public sealed record Linux(bool Arm = false) : Platform("linux")
    {
        public override RuntimePlatform Runtime => new() { OperatingSystemFamily = OperatingSystemFamily.LINUX, CpuArchitecture = Arm ? CpuArchitecture.ARM64 : CpuArchitecture.X86_64 };
    }
}

public class PlatformsStack : Stack
{
    public PlatformsStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var files = new Bucket(this, "Files");
        foreach (var platform in new Platform[] { new Platform.Windows(), new Platform.Linux(Arm: true) })
        {
            var task = new FargateTaskDefinition(this, platform.Name, new FargateTaskDefinitionProps { Cpu = 1024, MemoryLimitMiB = 2048, RuntimePlatform = platform.Runtime });
            task.AddContainer("main", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, platform.Name + "Repository", "shop/" + platform.Name)),
                EnvironmentFiles = platform.HasFiles ? [EnvironmentFile.FromBucket(files, "shop.env")] : null,
            });
            if (platform is Platform.Linux)
            {
                files.GrantRead(task.ObtainExecutionRole(), "shop.env");
            }
        }
    }
}

public static class Program
{
    public static void Build(App app) => new PlatformsStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
