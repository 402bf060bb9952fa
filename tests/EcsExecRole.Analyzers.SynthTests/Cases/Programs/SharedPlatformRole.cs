// The platform team's role is imported by name and by ARN; what it has, only the platform knows.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.SharedPlatformRole;

public sealed record Platform(IRole Execution, IRepository Repository)
{
    public static Platform Of(Stack stack, string team) => new(
        Role.FromRoleName(stack, "PlatformExecution", $"platform-{team}-execution", new FromRoleNameOptions { Mutable = false }),
        Amazon.CDK.AWS.ECR.Repository.FromRepositoryName(stack, "PlatformRepository", $"teams/{team}"));
}

public class TeamStack : Stack
{
    public TeamStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var platform = Platform.Of(this, "atlas");
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = platform.Execution });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(platform.Repository),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            EnvironmentFiles = [EnvironmentFile.FromBucket(Bucket.FromBucketName(this, "Files", "atlas-files"), "app.env")],
            Secrets = new Dictionary<string, Secret> { ["TOKEN"] = Secret.FromSecretsManager(SM.Secret.FromSecretNameV2(this, "Token", "atlas/token")) },
        });
        var foreign = Role.FromRoleArn(this, "Foreign", "arn:aws:iam::999999999999:role/platform/execution");
        new FargateTaskDefinition(this, "Other", new FargateTaskDefinitionProps { ExecutionRole = foreign })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(platform.Repository) });
    }
}

public static class Program
{
    public static void Build(App app) => new TeamStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
