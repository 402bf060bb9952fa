// The services come out of a JSON text at run time; CDK grants whatever they use.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.JsonConfiguration;

public sealed record ServiceEntry(string Name, string Tag, List<string> Secrets);

public class JsonStack : Stack
{
    private const string Text = """
        [
          { "name": "web", "tag": "3", "secrets": ["web/session"] },
          { "name": "api", "tag": "7", "secrets": [] }
        ]
        """;

    public JsonStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var options = new System.Text.Json.JsonSerializerOptions { PropertyNameCaseInsensitive = true };
        foreach (var service in System.Text.Json.JsonSerializer.Deserialize<List<ServiceEntry>>(Text, options)!)
        {
            var repository = Repository.FromRepositoryName(this, service.Name + "Repository", service.Name);
            var task = new FargateTaskDefinition(this, service.Name);
            task.AddContainer(service.Name, new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry(repository.RepositoryUriForTag(service.Tag)),
                Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = service.Name }),
                Secrets = service.Secrets.ToDictionary(name => name.ToUpper(), name => Secret.FromSecretsManager(SM.Secret.FromSecretNameV2(this, name, name))),
            });
            repository.GrantPull(task.ObtainExecutionRole());
        }
    }
}

public static class Program
{
    public static void Build(App app) => new JsonStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
