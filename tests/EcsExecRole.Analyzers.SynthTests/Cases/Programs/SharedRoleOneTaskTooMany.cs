// One role for all services of the class library; the last service has logs of its own name.
// expect: audit: missing logs:CreateLogStream, logs:PutLogEvents
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.Programs.SharedRoleOneTaskTooMany;

public sealed class LogDriverFactory(Stack stack)
{
    public LogDriver Create(string group) => new GenericLogDriver(new GenericLogDriverProps
    {
        LogDriver = "awslogs",
        Options = new Dictionary<string, string> { ["awslogs-group"] = group, ["awslogs-region"] = stack.Region, ["awslogs-stream-prefix"] = "ecs" },
    });
}

public class LibraryStack : Stack
{
    private const string Root = "/library/";

    public LibraryStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var drivers = new LogDriverFactory(this);
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = [$"arn:{Aws.PARTITION}:logs:{Region}:{Account}:log-group:{Root}*:*"],
        }));
        foreach (var (name, group) in new List<(string, string)> { ("lending", Root + "lending"), ("returns", Root + "returns"), ("audit", "/audit/library") })
        {
            _ = new LogGroup(this, name + "Logs", new LogGroupProps { LogGroupName = group });
            new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = role })
                .AddContainer(name, new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("ghcr.io/library/" + name), Logging = drivers.Create(group) });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new LibraryStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
