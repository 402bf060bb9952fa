// Collection expressions with spreads build actions, resources and policies.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.Spreads;

public class ServiceStack : Stack
{
    private static readonly string[] Layers = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        string[] repositories = ["shop/api", "shop/worker"];
        string[] resources = [.. repositories.Select(name => $"arn:aws:ecr:us-east-1:111111111111:repository/{name}"), "arn:aws:ecr:us-east-1:111111111111:repository/tools/*"];
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = [.. Layers, "ecr:DescribeImages"], Resources = resources }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] }));
        foreach (var repository in (List<string>)[.. repositories, "tools/lint"])
        {
            new FargateTaskDefinition(this, repository.Replace('/', '-'), new FargateTaskDefinitionProps { ExecutionRole = role })
                .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry($"111111111111.dkr.ecr.us-east-1.amazonaws.com/{repository}") });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
