// The policy is built as JSON out of a configuration, not out of statements.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SSM;
using Constructs;

namespace Cases.Programs.PolicyOfDictionaries;

public class JsonStack : Stack
{
    private static readonly Dictionary<string, string[]> Permissions = new()
    {
        ["ssm:GetParameters"] = ["arn:aws:ssm:us-east-1:111111111111:parameter/json/*"],
        ["ecr:GetAuthorizationToken"] = ["*"],
        ["ecr:BatchGetImage"] = ["arn:aws:ecr:us-east-1:111111111111:repository/json"],
        ["ecr:GetDownloadUrlForLayer"] = ["arn:aws:ecr:us-east-1:111111111111:repository/json"],
    };

    public JsonStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var document = PolicyDocument.FromJson(new Dictionary<string, object>
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = Permissions.Select(pair => (object)new Dictionary<string, object>
            {
                ["Effect"] = "Allow",
                ["Action"] = pair.Key,
                ["Resource"] = pair.Value,
            }).ToArray(),
        });
        var role = new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            InlinePolicies = new Dictionary<string, PolicyDocument> { ["json"] = document },
        });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role.WithoutPolicyUpdates() });
        task.AddContainer("json", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/json:1"),
            Secrets = new Dictionary<string, Secret> { ["LEVEL"] = Secret.FromSsmParameter(StringParameter.FromStringParameterName(this, "Level", "/json/level")) },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new JsonStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
