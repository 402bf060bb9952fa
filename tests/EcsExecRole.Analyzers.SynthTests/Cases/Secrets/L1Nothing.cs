// A level-1 definition with a secret and an empty role.
// expect: Task: missing secretsmanager:GetSecretValue, ssm:GetParameters
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Secrets.L1Nothing;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
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
                        new CfnTaskDefinition.SecretProperty { Name = "DB", ValueFrom = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/db-a1B2c3:password::" },
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
