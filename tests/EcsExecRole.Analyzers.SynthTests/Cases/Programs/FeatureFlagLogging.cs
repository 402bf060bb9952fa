// The logging depends on a feature flag; both ways are complete, the token's grant is CDK's.
// expect: clean
// flags: USE_FIRELENS=true|false|(unset)
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.FeatureFlagLogging;

public static class Features
{
    public static bool IsOn(string name) => bool.TryParse(System.Environment.GetEnvironmentVariable(name), out var on) && on;
}

public class FlaggedStack : Stack
{
    public FlaggedStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        var logging = Features.IsOn("USE_FIRELENS") ? Router(task) : LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app", LogRetention = RetentionDays.ONE_WEEK });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repository", "shop/app")),
            Logging = logging,
        });
    }

    private LogDriver Router(FargateTaskDefinition task)
    {
        task.AddFirelensLogRouter("router", new FirelensLogRouterDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("public.ecr.aws/aws-observability/aws-for-fluent-bit:stable"),
            FirelensConfig = new FirelensConfig { Type = FirelensLogRouterType.FLUENTBIT },
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "router" }),
        });
        return LogDrivers.Firelens(new FireLensLogDriverProps
        {
            Options = new Dictionary<string, string> { ["Name"] = "datadog", ["Host"] = "http-intake.logs.datadoghq.com" },
            SecretOptions = new Dictionary<string, Secret> { ["apikey"] = Secret.FromSecretsManager(SM.Secret.FromSecretNameV2(this, "ApiKey", "datadog/api-key")) },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new FlaggedStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
