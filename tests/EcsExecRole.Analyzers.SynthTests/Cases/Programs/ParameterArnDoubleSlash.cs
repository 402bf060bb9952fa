// FormatArn adds a slash before a name that has one already.
// expect: Task: missing ssm:GetParameters
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.ParameterArnDoubleSlash;

public static class Names
{
    public const string Root = "/billing";

    public static string Of(string name) => $"{Root}/{name}";
}

public class BillingStack : Stack
{
    public BillingStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPrincipalPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ssm:GetParameter", "ssm:GetParameters"],
            Resources = [ParameterArn(Names.Of("*"))],
        }));
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = ["FARGATE"],
            NetworkMode = "awsvpc",
            Cpu = "256",
            Memory = "512",
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "billing",
                    Image = "ghcr.io/acme/billing:3",
                    Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "RATE", ValueFrom = Names.Of("rate") } },
                },
            },
        });
    }

    private string ParameterArn(string name) => FormatArn(new ArnComponents { Service = "ssm", Resource = "parameter", ResourceName = name });
}

public static class Program
{
    public static void Build(App app) => new BillingStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
