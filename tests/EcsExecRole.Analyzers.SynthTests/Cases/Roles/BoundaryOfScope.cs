// The boundary comes over all roles of the stack when it is synthesized, also over those that CDK makes.
// expect: Task: missing logs:PutLogEvents
// expect: Other: missing logs:PutLogEvents
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Roles.BoundaryOfScope;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var boundary = new ManagedPolicy(this, "Boundary", new ManagedPolicyProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "logs:CreateLogStream" }, Resources = new[] { "*" } }) } });
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
        Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(this).Apply(boundary);
        var other = new FargateTaskDefinition(this, "Other");
        other.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "other" }),
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
