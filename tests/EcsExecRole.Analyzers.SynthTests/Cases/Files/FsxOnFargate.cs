// Fargate has no FSx volumes.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Files.FsxOnFargate;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            Volumes = new object[]
            {
                new CfnTaskDefinition.VolumeProperty
                {
                    Name = "share",
                    FSxWindowsFileServerVolumeConfiguration = new CfnTaskDefinition.FSxWindowsFileServerVolumeConfigurationProperty
                    {
                        FileSystemId = "fs-0123456789abcdef0",
                        RootDirectory = "share",
                        AuthorizationConfig = new CfnTaskDefinition.FSxAuthorizationConfigProperty { CredentialsParameter = "arn:aws:ssm:us-east-1:111111111111:parameter/fsx", Domain = "corp.example.com" },
                    },
                },
            },
            ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "nginx" } },
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
