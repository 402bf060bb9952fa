// FSx for Windows needs the secret and fsx:DescribeFileSystems.
// expect: Task: missing fsx:DescribeFileSystems
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Files.FsxCredentials;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var secret = SM.Secret.FromSecretCompleteArn(this, "Fsx", "arn:aws:secretsmanager:us-east-1:111111111111:secret:fsx-a1B2c3");
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        secret.GrantRead(role);
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "EC2" },
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
                        AuthorizationConfig = new CfnTaskDefinition.FSxAuthorizationConfigProperty { CredentialsParameter = secret.SecretArn, Domain = "corp.example.com" },
                    },
                },
            },
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                },
            },
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
