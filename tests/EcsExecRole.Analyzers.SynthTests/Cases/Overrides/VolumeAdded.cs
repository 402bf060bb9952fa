// An FSx volume comes in through an override, the only way an L2 task definition gets one.
// expect: Task: missing fsx:DescribeFileSystems, secretsmanager:GetSecretValue
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Overrides.VolumeAdded;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new Ec2TaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), MemoryLimitMiB = 128 });
        task.ObtainExecutionRole();
        ((CfnTaskDefinition)task.Node.DefaultChild!).AddPropertyOverride("Volumes", new object[]
        {
            new Dictionary<string, object>
            {
                ["Name"] = "share",
                ["FSxWindowsFileServerVolumeConfiguration"] = new Dictionary<string, object>
                {
                    ["FileSystemId"] = "fs-0123456789abcdef0",
                    ["RootDirectory"] = "share",
                    ["AuthorizationConfig"] = new Dictionary<string, object>
                    {
                        ["CredentialsParameter"] = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/share-a1B2c3",
                        ["Domain"] = "example.com",
                    },
                },
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
