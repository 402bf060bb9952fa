// An array of anonymous objects is the configuration; the last one's group is not the granted one.
// expect: Billing: missing logs:CreateLogStream, logs:PutLogEvents
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Text.AnonymousConfiguration;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var services = new[]
        {
            new { Name = "Api", Group = "/ecs/api" },
            new { Name = "Billing", Group = "/billing" },
        };
        foreach (var service in services)
        {
            var task = new FargateTaskDefinition(this, service.Name);
            task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps
            {
                Actions = new[] { "logs:CreateLogStream", "logs:PutLogEvents" },
                Resources = new[] { $"arn:aws:logs:{Region}:{Account}:log-group:/ecs/{service.Name.ToLowerInvariant()}:*" },
            }));
            task.AddContainer("app", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry("nginx"),
                Logging = new GenericLogDriver(new GenericLogDriverProps
                {
                    LogDriver = "awslogs",
                    Options = new Dictionary<string, string> { ["awslogs-group"] = service.Group, ["awslogs-region"] = Region },
                }),
            });
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
