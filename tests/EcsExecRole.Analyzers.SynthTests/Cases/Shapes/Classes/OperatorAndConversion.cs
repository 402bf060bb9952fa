// An own type adds up actions with operators and converts to what the statement wants.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.OperatorAndConversion;

public readonly struct Actions(params string[] names)
{
    private readonly string[] _names = names;

    public static readonly Actions Layers = new("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");

    public static Actions operator +(Actions left, Actions right) => new([.. left._names, .. right._names]);

    public static implicit operator Actions(string name) => new(name);

    public static implicit operator string[](Actions actions) => actions._names;
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = Actions.Layers + "ecr:GetAuthorizationToken", Resources = new[] { "*" } }));
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
