// Services out of a dictionary, their secrets by LINQ; CDK grants each one.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.ServiceDictionary;

public sealed class ServiceConfig
{
    public string Tag { get; set; } = "latest";

    public int Port { get; set; } = 8080;

    public IReadOnlyList<string> Secrets { get; set; } = Array.Empty<string>();

    public IDictionary<string, string> Environment { get; set; } = new Dictionary<string, string>();
}

public class ServicesStack : Stack
{
    private static readonly IReadOnlyDictionary<string, ServiceConfig> Services = new Dictionary<string, ServiceConfig>
    {
        ["orders"] = new() { Tag = "4.2", Secrets = ["orders/db", "shared/bus"] },
        ["invoices"] = new() { Tag = "1.0", Port = 9090, Secrets = ["invoices/db"], Environment = { ["LOCALE"] = "de" } },
        ["status"] = new(),
    };

    public ServicesStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = Vpc.FromLookup(this, "Vpc", new VpcLookupOptions { IsDefault = true }) });
        foreach (var (name, config) in Services.OrderBy(pair => pair.Key))
        {
            var scopeOfService = new Construct(this, name);
            var role = new Role(scopeOfService, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            var task = new FargateTaskDefinition(scopeOfService, "Task", new FargateTaskDefinitionProps { ExecutionRole = role, Family = name });
            var container = task.AddContainer("main", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(scopeOfService, "Repository", $"apps/{name}"), config.Tag),
                Environment = config.Environment,
                Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = name }),
                Secrets = config.Secrets.Select((path, index) => (Variable: path.ToUpperInvariant().Replace('/', '_'), Secret: SM.Secret.FromSecretNameV2(scopeOfService, $"Secret{index}", path)))
                    .ToDictionary(pair => pair.Variable, pair => Secret.FromSecretsManager(pair.Secret)),
            });
            container.AddPortMappings(new PortMapping { ContainerPort = config.Port });
            _ = new FargateService(scopeOfService, "Service", new FargateServiceProps { Cluster = cluster, TaskDefinition = task });
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
