// An inline policy for the logs only; CDK grants the pull, the list in the policy looks incomplete.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Tempting.PartialInlinePolicy;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["logs"] = new(new PolicyDocumentProps
                {
                    Statements = [new PolicyStatement(new PolicyStatementProps { Actions = ["logs:CreateLogStream", "logs:PutLogEvents"], Resources = ["*"] })],
                }),
            },
        });
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role }).AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Logging = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = "us-east-1" },
            }),
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
