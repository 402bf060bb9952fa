// Stack.FormatArn and Fn.Sub-less helpers make the parameter's ARN; a slash too many in the second one.
// expect: Bad: missing ssm:GetParameters
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Text.FormatArn;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        Add("Good", FormatArn(new ArnComponents { Service = "ssm", Resource = "parameter", ResourceName = "shop/limit" }));
        Add("Bad", FormatArn(new ArnComponents { Service = "ssm", Resource = "parameter", ResourceName = "/shop/limit" }));
    }

    private void Add(string id, string resource)
    {
        var role = new Role(this, id + "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "ssm:GetParameters" }, Resources = new[] { resource } }));
        _ = new CfnTaskDefinition(this, id, new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "LIMIT", ValueFrom = "/shop/limit" } },
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
