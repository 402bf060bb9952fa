// The stack's boundary is too tight, but the role's own scope has a wider one, which wins wherever it is written.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Roles.BoundaryNearestScope;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var wide = new ManagedPolicy(this, "Wide", new ManagedPolicyProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "logs:*" }, Resources = new[] { "*" } }) } });
        var tight = new ManagedPolicy(this, "Tight", new ManagedPolicyProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "ecr:*" }, Resources = new[] { "*" } }) } });
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), PermissionsBoundary = tight });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
        Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Apply(wide);
        Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(this).Apply(tight);
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
