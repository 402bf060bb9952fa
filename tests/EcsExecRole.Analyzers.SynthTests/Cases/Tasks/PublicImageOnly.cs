// A public image and EFS with IAM need no execution role.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Tasks.PublicImageOnly;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps
        {
            Volumes = new Amazon.CDK.AWS.ECS.IVolume[]
            {
                new Amazon.CDK.AWS.ECS.Volume { Name = "shared", EfsVolumeConfiguration = new EfsVolumeConfiguration { FileSystemId = "fs-0123456789abcdef0", TransitEncryption = "ENABLED", AuthorizationConfig = new AuthorizationConfig { Iam = "ENABLED" } } },
            },
        });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
