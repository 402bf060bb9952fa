// Account and region are tokens, in the need and in the grant alike.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Text.AgnosticStack;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id) : base(scope, id)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var repository = Arn("ecr", "repository/shop/api");
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer" },
            Resources = new[] { repository },
        }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "ecr:GetAuthorizationToken" }, Resources = new[] { "*" } }));
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry($"{Aws.ACCOUNT_ID}.dkr.ecr.{Aws.REGION}.amazonaws.com/shop/api") });
    }

    private string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
