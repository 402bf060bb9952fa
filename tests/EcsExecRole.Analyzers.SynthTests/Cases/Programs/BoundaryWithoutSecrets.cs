// The boundary lists what a container needs, as its author thought: images, logs and parameters.
// expect: Task: missing secretsmanager:GetSecretValue
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SSM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.BoundaryWithoutSecrets;

public static class Guardrails
{
    public static readonly string[] Services = ["ecr", "logs", "ssm", "s3", "sqs", "dynamodb"];

    public static ManagedPolicy Create(Construct scope) => new(scope, "Boundary", new ManagedPolicyProps
    {
        Document = new PolicyDocument(new PolicyDocumentProps
        {
            Statements = [new PolicyStatement(new PolicyStatementProps { Actions = [.. Services.Select(service => $"{service}:*")], Resources = ["*"] })],
        }),
    });
}

public class GuardedStack : Stack
{
    public GuardedStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            PermissionsBoundary = Guardrails.Create(this),
        });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            Secrets = new Dictionary<string, Secret>
            {
                ["TOKEN"] = Secret.FromSecretsManager(SM.Secret.FromSecretNameV2(this, "Token", "crm/token")),
                ["LIMIT"] = Secret.FromSsmParameter(StringParameter.FromStringParameterName(this, "Limit", "/crm/limit")),
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
