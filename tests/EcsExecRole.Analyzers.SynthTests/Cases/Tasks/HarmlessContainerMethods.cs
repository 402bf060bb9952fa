// Environment, ports, volumes and links change nothing for the role.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Tasks.HarmlessContainerMethods;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new Ec2TaskDefinition(this, "Task");
        var app = task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), MemoryLimitMiB = 256 });
        var side = task.AddContainer("side", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("redis"), MemoryLimitMiB = 256 });
        app.AddEnvironment("A", "b");
        app.AddPortMappings(new PortMapping { ContainerPort = 80 });
        app.AddScratch(new ScratchSpace { Name = "scratch", ContainerPath = "/tmp", ReadOnly = false, SourcePath = "/tmp" });
        app.AddUlimits(new Ulimit { Name = UlimitName.NOFILE, SoftLimit = 10, HardLimit = 20 });
        app.AddLink(side);
        app.AddContainerDependencies(new ContainerDependency { Container = side });
        app.AddVolumesFrom(new VolumeFrom { SourceContainer = "side", ReadOnly = true });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
