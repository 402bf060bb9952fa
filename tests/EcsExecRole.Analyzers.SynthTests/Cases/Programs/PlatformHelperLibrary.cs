// A helper library with options and callbacks, as a platform team ships it; everything is granted somewhere inside.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.PlatformHelperLibrary;

public sealed class ServiceOptions
{
    public IList<(string Variable, SM.ISecret Secret)> Secrets { get; } = new List<(string, SM.ISecret)>();

    public (IBucket Bucket, string Key)? File { get; set; }

    public Func<string, ContainerImage>? Image { get; set; }

    public event Action<IRole>? OnExecutionRole;

    internal void Raise(IRole role) => OnExecutionRole?.Invoke(role);
}

public class PlatformService : Construct
{
    public PlatformService(Construct scope, string id, Action<ServiceOptions> configure) : base(scope, id)
    {
        var options = new ServiceOptions();
        configure(options);
        var logs = new LogGroup(this, "Logs", new LogGroupProps { Retention = RetentionDays.ONE_MONTH });
        Definition = new FargateTaskDefinition(this, "Task");
        Definition.AddContainer(id, new ContainerDefinitionOptions
        {
            Image = options.Image?.Invoke(id) ?? ContainerImage.FromRegistry("public.ecr.aws/docker/library/httpd:2.4"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { LogGroup = logs, StreamPrefix = id }),
            Secrets = options.Secrets.ToDictionary(pair => pair.Variable, pair => Secret.FromSecretsManager(pair.Secret)),
            EnvironmentFiles = options.File is { } file ? [EnvironmentFile.FromBucket(file.Bucket, file.Key)] : null,
        });
        if (options.File is var (bucket, key))
        {
            bucket.GrantRead(Definition.ObtainExecutionRole(), key);
        }

        options.Raise(Definition.ObtainExecutionRole());
    }

    public FargateTaskDefinition Definition { get; }
}

public class ShopStack : Stack
{
    public ShopStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var repository = Repository.FromRepositoryName(this, "Repository", "shop/web");
        _ = new PlatformService(this, "web", options =>
        {
            options.Image = _ => ContainerImage.FromRegistry(repository.RepositoryUri);
            options.OnExecutionRole += role => repository.GrantPull(role);
            options.Secrets.Add(("DB", new SM.Secret(this, "Db")));
            options.File = (new Bucket(this, "Files"), "web.env");
        });
        _ = new PlatformService(this, "landing", _ => { });
    }
}

public static class Program
{
    public static void Build(App app) => new ShopStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
