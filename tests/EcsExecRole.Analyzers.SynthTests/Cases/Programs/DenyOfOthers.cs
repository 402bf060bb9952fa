// Each service is denied every other service's secrets, out of one list.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.DenyOfOthers;

public class ShopStack : Stack
{
    private static readonly string[] Services = ["cart", "checkout", "search"];

    public ShopStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        foreach (var service in Services)
        {
            var secret = SM.Secret.FromSecretNameV2(this, $"{service}-secret", $"{service}/settings");
            var task = new FargateTaskDefinition(this, service);
            task.AddContainer("main", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, $"{service}-repository", service)),
                Secrets = new Dictionary<string, Secret> { ["SETTINGS"] = Secret.FromSecretsManager(secret) },
            });
            task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps
            {
                Effect = Effect.DENY,
                Actions = ["secretsmanager:GetSecretValue"],
                Resources = Services.Where(other => other != service).Select(other => $"arn:aws:secretsmanager:{Region}:{Account}:secret:{other}/*").ToArray(),
            }));
            task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps
            {
                Effect = Effect.DENY,
                Actions = ["secretsmanager:Get*"],
                NotResources = [$"arn:aws:secretsmanager:{Region}:{Account}:secret:{service}/*"],
            }));
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ShopStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
