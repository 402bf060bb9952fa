// The role is allowed everything but a few services; ECS needs none of these.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.NotActionAllows;

public class LegacyStack : Stack
{
    private readonly IRole _executionRole;

    public LegacyStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        _executionRole = new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            InlinePolicies = new Dictionary<string, PolicyDocument> { ["legacy"] = new PolicyDocument(new PolicyDocumentProps { Statements = [Legacy()] }) },
        });
        AddTask("Import", "import");
        AddTask("Export", "export");
    }

    private static PolicyStatement Legacy() => new(new PolicyStatementProps
    {
        Effect = Effect.ALLOW,
        NotActions = ["iam:*", "organizations:*", "kms:ScheduleKeyDeletion"],
        Resources = ["*"],
    });

    private void AddTask(string id, string image)
    {
        var task = new FargateTaskDefinition(this, id, new FargateTaskDefinitionProps { ExecutionRole = _executionRole });
        task.AddContainer(image, new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"111111111111.dkr.ecr.us-east-1.amazonaws.com/legacy/{image}:stable"),
            Logging = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string>
                {
                    ["awslogs-create-group"] = "true",
                    ["awslogs-group"] = $"/legacy/{image}",
                    ["awslogs-region"] = "us-east-1",
                    ["awslogs-stream-prefix"] = image,
                },
            }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new LegacyStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
