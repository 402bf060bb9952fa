// The boundary limits the role, but not in what ECS needs.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Roles.BoundaryWideEnough;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var boundary = new ManagedPolicy(this, "Boundary", new ManagedPolicyProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "logs:Create*", "logs:PutLogEvents" }, Resources = new[] { "*" } }) } });
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), PermissionsBoundary = boundary });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
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
