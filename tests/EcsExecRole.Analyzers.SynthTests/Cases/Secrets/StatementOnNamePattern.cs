// A statement on the name with six question marks, or with a star.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Secrets.StatementOnNamePattern;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "secretsmanager:GetSecretValue" },
            Resources = new[] { FormatArn(new ArnComponents { Service = "secretsmanager", Resource = "secret", ResourceName = "shop/db-??????", ArnFormat = ArnFormat.COLON_RESOURCE_NAME }), $"arn:{Partition}:secretsmanager:{Region}:{Account}:secret:shop/api-*" },
        }));

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
                        new CfnTaskDefinition.SecretProperty { Name = "A", ValueFrom = SM.Secret.FromSecretNameV2(this, "Db", "shop/db").SecretArn },
                        new CfnTaskDefinition.SecretProperty { Name = "B", ValueFrom = $"arn:aws:secretsmanager:{Region}:{Account}:secret:shop/api-Ab12Cd:key::" },
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
