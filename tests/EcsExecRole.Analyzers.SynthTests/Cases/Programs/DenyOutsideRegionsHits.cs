// The Deny of everything outside the company's regions also hits the secret, which stayed in Ireland.
// expect: Task: missing secretsmanager:GetSecretValue
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.DenyOutsideRegionsHits;

public static class Guardrails
{
    public static PolicyStatement OnlyRegions(params string[] regions) => new(new PolicyStatementProps
    {
        Sid = "OnlyOurRegions",
        Effect = Effect.DENY,
        NotActions = ["iam:*", "sts:*"],
        Resources = ["*"],
        Conditions = new Dictionary<string, object>
        {
            ["StringNotEquals"] = new Dictionary<string, object> { ["aws:RequestedRegion"] = regions },
        },
    });
}

public class RegionalStack : Stack
{
    public RegionalStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(Guardrails.OnlyRegions("us-east-1", "us-west-2"));
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            Secrets = new Dictionary<string, Secret>
            {
                ["TOKEN"] = Secret.FromSecretsManager(SM.Secret.FromSecretCompleteArn(this, "Token", "arn:aws:secretsmanager:eu-west-1:111111111111:secret:crm/token-a1B2c3")),
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new RegionalStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
