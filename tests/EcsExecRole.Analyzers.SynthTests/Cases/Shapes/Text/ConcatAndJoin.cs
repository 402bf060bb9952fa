// ARNs joined from parts; the host is concatenated.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Text.ConcatAndJoin;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        string[] parts = ["arn", "aws", "ecr", Region, Account, "repository/shop/api"];
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer" },
            Resources = new[] { string.Join(":", parts) },
        }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { string.Concat("ecr:", "Get", "AuthorizationToken") },
            Resources = new[] { "*" },
        }));
        var host = Account + ".dkr.ecr." + Region + ".amazonaws.com";
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(string.Concat(host, "/", "shop/api")) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
