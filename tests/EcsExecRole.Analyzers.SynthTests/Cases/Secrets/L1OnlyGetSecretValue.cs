// ECS calls GetSecretValue and GetParameters only: nothing else is missed.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Secrets.L1OnlyGetSecretValue;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "secretsmanager:GetSecretValue" }, Resources = new[] { "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/db-a1B2c3" } }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "ssm:GetParameters" }, Resources = new[] { "arn:aws:ssm:us-east-1:111111111111:parameter/shop/limit" } }));
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    Secrets = new object[]
                    {
                        new CfnTaskDefinition.SecretProperty { Name = "KEY", ValueFrom = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/db-a1B2c3:password::" },
                        new CfnTaskDefinition.SecretProperty { Name = "LIMIT", ValueFrom = "/shop/limit" },
                    },
                },
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
