// The image's tag, the role's ARN and the secret's ARN come out of the parameter store when it is deployed.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SSM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.TagAndRoleFromParameterStore;

public class DeployedStack : Stack
{
    public DeployedStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var stage = (string)Node.TryGetContext("stage") ?? "dev";
        string Read(string name) => StringParameter.ValueForStringParameter(this, $"/{stage}/shop/{name}");

        var role = Role.FromRoleArn(this, "Execution", Read("execution-role-arn"));
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repository", "shop/app"), Read("image-tag")),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = stage }),
            Environment = new Dictionary<string, string> { ["QUEUE_URL"] = Read("queue-url") },
            Secrets = new Dictionary<string, Secret>
            {
                ["DB"] = Secret.FromSecretsManager(SM.Secret.FromSecretCompleteArn(this, "Db", Read("db-secret-arn")), "password"),
            },
        });
        new CfnOutput(this, "TaskDefinition", new CfnOutputProps { Value = task.TaskDefinitionArn, ExportName = $"{stage}-task" });
    }
}

public static class Program
{
    public static void Build(App app) => new DeployedStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
