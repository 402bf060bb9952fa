// A service gives the platform's helper an image by URI; nobody grants the pull.
// expect: web/Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.PlatformHelperLibraryUriOnly;

public sealed record ServiceOptions
{
    public ContainerImage Image { get; init; } = ContainerImage.FromRegistry("public.ecr.aws/docker/library/httpd:2.4");

    public IReadOnlyDictionary<string, SM.ISecret> Secrets { get; init; } = new Dictionary<string, SM.ISecret>();
}

public class PlatformService : Construct
{
    public PlatformService(Construct scope, string id, Func<ServiceOptions, ServiceOptions> configure) : base(scope, id)
    {
        var options = configure(new ServiceOptions());
        var definition = new FargateTaskDefinition(this, "Task");
        definition.AddContainer(id, new ContainerDefinitionOptions
        {
            Image = options.Image,
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = id, LogRetention = RetentionDays.ONE_MONTH }),
            Secrets = options.Secrets.ToDictionary(pair => pair.Key, pair => Secret.FromSecretsManager(pair.Value)),
        });
    }
}

public class ShopStack : Stack
{
    public ShopStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var repository = new Repository(this, "Repository");
        _ = new PlatformService(this, "landing", options => options);
        _ = new PlatformService(this, "web", options => options with
        {
            Image = ContainerImage.FromRegistry(repository.RepositoryUriForTag("stable")),
            Secrets = new Dictionary<string, SM.ISecret> { ["DB"] = new SM.Secret(this, "Db") },
        });
        _ = new PlatformService(this, "api", options => options with { Image = ContainerImage.FromEcrRepository(repository) });
    }
}

public static class Program
{
    public static void Build(App app) => new ShopStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
