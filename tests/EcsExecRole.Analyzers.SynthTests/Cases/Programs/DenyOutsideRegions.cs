// The usual Deny of everything outside the company's regions; the service stays inside.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.DenyOutsideRegions;

public class RegionalStack : Stack
{
    private static readonly string[] Allowed = ["eu-central-1", "us-east-1"];

    public RegionalStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "OnlyOurRegions",
            Effect = Effect.DENY,
            NotActions = ["iam:*", "sts:*", "route53:*", "cloudfront:*"],
            Resources = ["*"],
            Conditions = new Dictionary<string, object>
            {
                ["StringNotEquals"] = new Dictionary<string, object> { ["aws:RequestedRegion"] = Allowed },
            },
        }));
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            Secrets = new Dictionary<string, Secret>
            {
                ["TOKEN"] = Secret.FromSecretsManager(SM.Secret.FromSecretCompleteArn(this, "Token", "arn:aws:secretsmanager:eu-central-1:111111111111:secret:crm/token-a1B2c3")),
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
