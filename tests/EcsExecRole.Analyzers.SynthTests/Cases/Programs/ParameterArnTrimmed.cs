// The helper takes the leading slash off before FormatArn adds it.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.ParameterArnTrimmed;

public static class ParameterArns
{
    public static string ArnOf(this Stack stack, string name) => stack.FormatArn(new ArnComponents
    {
        Service = "ssm",
        Resource = "parameter",
        ResourceName = name.TrimStart('/'),
        ArnFormat = ArnFormat.SLASH_RESOURCE_NAME,
    });
}

public class BillingStack : Stack
{
    public BillingStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        string[] names = ["/billing/rate", "/billing/currency"];
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPrincipalPolicy(new PolicyStatement(new PolicyStatementProps { Actions = ["ssm:GetParameters"], Resources = names.Select(this.ArnOf).ToArray() }));
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
                    Secrets = (from name in names
                               let variable = name.Split('/')[^1].ToUpperInvariant()
                               select new CfnTaskDefinition.SecretProperty { Name = variable, ValueFrom = name }).ToArray(),
                },
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new BillingStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
