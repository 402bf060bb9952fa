// The list of statements grows under a flag that has nothing to do with the secret.
// flags: DEBUG=1|(unset)
// expect: Task: missing ssm:GetParameters
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Paths.FlaggedStatementList;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var statements = new List<PolicyStatement>
        {
            new(new PolicyStatementProps { Actions = ["secretsmanager:GetSecretValue"], Resources = ["arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/key-a1B2c3"] }),
        };
        if (System.Environment.GetEnvironmentVariable("DEBUG") is { Length: > 0 })
        {
            statements.Add(new PolicyStatement(new PolicyStatementProps { Actions = ["ssm:*"], Resources = ["*"] }));
        }

        statements.ForEach(statement => role.AddToPolicy(statement));
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    Secrets = new[]
                    {
                        new CfnTaskDefinition.SecretProperty { Name = "KEY", ValueFrom = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/key-a1B2c3" },
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
