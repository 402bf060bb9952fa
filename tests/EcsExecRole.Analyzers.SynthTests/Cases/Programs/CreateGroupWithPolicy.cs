// awslogs makes its group itself; the role has the managed policy and the one action it lacks.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.CreateGroupWithPolicy;

public static class Logging
{
    public static LogDriver For(string service, string region) => new GenericLogDriver(new GenericLogDriverProps
    {
        LogDriver = "awslogs",
        Options = new Dictionary<string, string>
        {
            { "awslogs-group", LogGroup(service) },
            { "awslogs-region", region },
            { "awslogs-create-group", bool.TrueString.ToLowerInvariant() },
            { "awslogs-stream-prefix", service },
        },
    });

    public static string LogGroup(string service) => "/ecs/" + service;
}

public class LoggingStack : Stack
{
    public LoggingStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy")],
        });
        foreach (var service in new[] { "web", "api" })
        {
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Actions = ["logs:CreateLogGroup"],
                Resources = [$"arn:aws:logs:{Region}:{Account}:log-group:{Logging.LogGroup(service)}:*", $"arn:aws:logs:{Region}:{Account}:log-group:{Logging.LogGroup(service)}"],
            }));
            new FargateTaskDefinition(this, service, new FargateTaskDefinitionProps { ExecutionRole = role })
                .AddContainer(service, new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry($"ghcr.io/acme/{service}"), Logging = Logging.For(service, Region) });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new LoggingStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
