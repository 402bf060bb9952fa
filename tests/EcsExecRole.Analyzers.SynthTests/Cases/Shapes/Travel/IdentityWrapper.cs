// Every props object goes through a generic wrapper that hands it back.
// expect: Task: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.IdentityWrapper;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", Customize("Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }));
        role.AddToPolicy(new PolicyStatement(Customize("Token", new PolicyStatementProps { Actions = new[] { "ecr:GetAuthorizationToken" }, Resources = new[] { "*" } })));
        var task = new FargateTaskDefinition(this, "Task", Customize("Task", new FargateTaskDefinitionProps { ExecutionRole = role }));
        task.AddContainer("app", Customize("App", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") }));
    }

    protected virtual T Customize<T>(string id, T props) where T : class => props;
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
