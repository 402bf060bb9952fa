// One service of the dictionary has an environment file, for which CDK grants nothing.
// expect: invoices/Task: missing s3:GetBucketLocation, s3:GetObject
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.S3;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.ServiceDictionaryEnvironmentFile;

public sealed class ServiceConfig
{
    public string Tag { get; init; } = "latest";

    public string? EnvironmentFile { get; init; }

    public string[] Secrets { get; init; } = [];
}

public class ServicesStack : Stack
{
    private readonly Dictionary<string, ServiceConfig> _services = new()
    {
        { "orders", new ServiceConfig { Tag = "4.2", Secrets = ["orders/db", "shared/bus"] } },
        { "invoices", new ServiceConfig { Tag = "1.0", EnvironmentFile = "invoices/prod.env" } },
        { "status", new ServiceConfig() },
    };

    public ServicesStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var configuration = Bucket.FromBucketName(this, "Configuration", "acme-service-configuration");
        foreach (var (name, config) in _services)
        {
            var owner = new Construct(this, name);
            var task = new FargateTaskDefinition(owner, "Task", new FargateTaskDefinitionProps { Family = name });
            configuration.GrantRead(task.TaskRole, $"{name}/*");
            task.AddContainer("main", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(owner, "Repository", $"apps/{name}"), config.Tag),
                EnvironmentFiles = config.EnvironmentFile is null ? [] : [EnvironmentFile.FromBucket(configuration, config.EnvironmentFile)],
                Secrets = config.Secrets.ToDictionary(path => path.Replace("/", "__"), path => Secret.FromSecretsManager(SM.Secret.FromSecretNameV2(owner, path, path))),
            });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ServicesStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
