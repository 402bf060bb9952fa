// L1 beside L2: in the old task definition nobody grants the credentials.
// expect: Old: missing secretsmanager:GetSecretValue
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.DockerHubCredentialsL1;

public class HubStack : Stack
{
    public HubStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var hub = new SM.Secret(this, "DockerHub");
        Role NewRole(string name) => new(this, name, new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy")],
        });

        var modern = new FargateTaskDefinition(this, "Modern", new FargateTaskDefinitionProps { ExecutionRole = NewRole("ModernExecution") });
        modern.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("acme/app", new RepositoryImageProps { Credentials = hub }) });
        _ = new CfnTaskDefinition(this, "Old", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = ["EC2"],
            ExecutionRoleArn = NewRole("OldExecution").RoleArn,
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "acme/app",
                    Memory = 256,
                    RepositoryCredentials = new CfnTaskDefinition.RepositoryCredentialsProperty { CredentialsParameter = hub.SecretArn },
                },
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new HubStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
