// Names cut and trimmed into the ARN.
// expect: Task: missing secretsmanager:GetSecretValue
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Text.StringMethods;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        const string Full = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/key-a1B2c3:password::";
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        // The six random characters are cut off with the JSON key.
        var resource = Full[..Full.LastIndexOf("-", StringComparison.Ordinal)].Trim().Replace("us-west-2", "us-east-1");
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "secretsmanager:GetSecretValue" }, Resources = new[] { resource } }));
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
                    Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "KEY", ValueFrom = Full } },
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
