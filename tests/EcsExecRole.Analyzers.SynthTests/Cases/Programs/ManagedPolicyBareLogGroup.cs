// The team's policy names the log group without its streams, and the L1 task writes to it.
// expect: Task: missing logs:CreateLogStream, logs:PutLogEvents
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.Programs.ManagedPolicyBareLogGroup;

public class TeamPolicy : ManagedPolicy
{
    public TeamPolicy(Construct scope, string id, string logGroup) : base(scope, id)
    {
        var stack = Stack.Of(this);
        AddStatements(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = [stack.FormatArn(new ArnComponents { Service = "logs", Resource = "log-group", ResourceName = logGroup, ArnFormat = ArnFormat.COLON_RESOURCE_NAME })],
        }));
        AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:Get*", "ecr:BatchGet*"], Resources = ["*"] }));
    }
}

public class TeamStack : Stack
{
    public TeamStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        const string Group = "/team/app";
        _ = new LogGroup(this, "Logs", new LogGroupProps { LogGroupName = Group });
        var role = new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = new IManagedPolicy[] { new TeamPolicy(this, "Policy", Group) },
        });
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = ["FARGATE"],
            NetworkMode = "awsvpc",
            Cpu = "256",
            Memory = "512",
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = $"{Account}.dkr.ecr.{Region}.amazonaws.com/team/app:1",
                    LogConfiguration = new CfnTaskDefinition.LogConfigurationProperty
                    {
                        LogDriver = "awslogs",
                        Options = new Dictionary<string, string> { ["awslogs-group"] = Group, ["awslogs-region"] = Region, ["awslogs-stream-prefix"] = "app" },
                    },
                },
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new TeamStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
