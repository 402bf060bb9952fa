// Each stack attaches a policy of its own to the one role.
// context: @aws-cdk/aws-iam:importedRoleStackSafeDefaultPolicyName=true|false
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Roles.TwoStacksImportOneRole;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = Role.FromRoleArn(this, "Execution", "arn:aws:iam::111111111111:role/ecs");
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
    public static void Build(App app)
    {
        var env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" };
        _ = new ServiceStack(app, "One", new StackProps { Env = env });
        _ = new ServiceStack(app, "Two", new StackProps { Env = env });
    }
}
