// The JSON policy has ssm:GetParameter, which is not what ECS calls.
// expect: Task: missing ssm:GetParameters
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SSM;
using Constructs;

namespace Cases.Programs.PolicyOfDictionariesSingular;

public class JsonStack : Stack
{
    public JsonStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var policy = new CfnPolicy(this, "Policy", new CfnPolicyProps
        {
            PolicyName = "json",
            Roles = [role.RoleName],
            PolicyDocument = new Dictionary<string, object>
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new[]
                {
                    Allow(["ssm:GetParameter", "ssm:GetParametersByPath"], $"arn:aws:ssm:{Region}:{Account}:parameter/json/*"),
                    Allow(["logs:CreateLogStream", "logs:PutLogEvents"], "*"),
                },
            },
        });
        policy.Node.AddDependency(role);
        var frozen = role.WithoutPolicyUpdates();
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = frozen });
        task.AddContainer("json", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("ghcr.io/acme/json:1"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "json" }),
            Secrets = new Dictionary<string, Secret> { ["LEVEL"] = Secret.FromSsmParameter(StringParameter.FromStringParameterName(this, "Level", "/json/level")) },
        });
    }

    private static Dictionary<string, object> Allow(string[] actions, string resource) => new Dictionary<string, object>
    {
        ["Effect"] = "Allow",
        ["Action"] = actions,
        ["Resource"] = resource,
    };
}

public static class Program
{
    public static void Build(App app) => new JsonStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
