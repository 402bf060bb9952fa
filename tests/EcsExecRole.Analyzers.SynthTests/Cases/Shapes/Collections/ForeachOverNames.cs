// One role for a loop of services; its statement names all repositories but one.
// expect: billing: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.ForeachOverNames;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        string[] names = { "api", "worker", "billing" };
        foreach (var name in names)
        {
            new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = role })
                .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry($"111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/{name}:latest") });
        }

        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "ecr:GetAuthorizationToken" }, Resources = new[] { "*" } }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer" },
            Resources = new[] { "arn:aws:ecr:us-east-1:111111111111:repository/shop/api", "arn:aws:ecr:us-east-1:111111111111:repository/shop/work*" },
        }));
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
