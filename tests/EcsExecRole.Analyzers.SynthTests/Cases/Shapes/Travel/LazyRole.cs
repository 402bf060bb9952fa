// One role for all services, made when the first one asks.
// expect: Worker: missing secretsmanager:GetSecretValue
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.LazyRole;

public class ServiceStack : Stack
{
    private readonly Lazy<Role> _execution;

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        _execution = new Lazy<Role>(() => new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }));
        Add("Api", "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/api-a1B2c3");
        Add("Worker", "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/worker-a1B2c3");
        _execution.Value.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "secretsmanager:GetSecretValue" },
            Resources = new[] { "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/api-*" },
        }));
    }

    private void Add(string id, string secret) => _ = new CfnTaskDefinition(this, id, new CfnTaskDefinitionProps
    {
        RequiresCompatibilities = new[] { "FARGATE" },
        ExecutionRoleArn = _execution.Value.RoleArn,
        ContainerDefinitions = new[]
        {
            new CfnTaskDefinition.ContainerDefinitionProperty
            {
                Name = "app",
                Image = "nginx",
                Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "KEY", ValueFrom = secret } },
            },
        },
    });
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
