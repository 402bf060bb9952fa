// A company's boundary over the whole app: everything but IAM and the organization.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SSM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.BoundaryOverTheApp;

public class GuardedStack : Stack
{
    public GuardedStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var boundary = new ManagedPolicy(this, "Boundary", new ManagedPolicyProps
        {
            ManagedPolicyName = "developer-boundary",
            Statements =
            [
                new PolicyStatement(new PolicyStatementProps { NotActions = ["iam:*", "organizations:*", "account:*"], Resources = ["*"] }),
                new PolicyStatement(new PolicyStatementProps
                {
                    Effect = Effect.DENY,
                    Actions = ["ec2:*Vpc*", "s3:DeleteBucket*"],
                    Resources = ["*"],
                }),
            ],
        });
        Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(this).Apply(boundary);
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            Secrets = new Dictionary<string, Secret>
            {
                ["TOKEN"] = Secret.FromSecretsManager(SM.Secret.FromSecretNameV2(this, "Token", "crm/token")),
                ["LIMIT"] = Secret.FromSsmParameter(StringParameter.FromSecureStringParameterAttributes(this, "Limit", new SecureStringParameterAttributes { ParameterName = "/crm/limit" })),
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new GuardedStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
