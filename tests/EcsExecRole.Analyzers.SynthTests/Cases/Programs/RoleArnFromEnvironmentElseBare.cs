// Without the platform's role the stack makes one of its own, and only logs are granted to that.
// expect: Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
// flags: EXECUTION_ROLE_ARN=arn:aws:iam::111111111111:role/platform-execution|(unset)
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.RoleArnFromEnvironmentElseBare;

public class PipelineStack : Stack
{
    public PipelineStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = System.Environment.GetEnvironmentVariable("EXECUTION_ROLE_ARN") is { Length: > 0 } arn
            ? Role.FromRoleArn(this, "Execution", arn)
            : new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/app"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new PipelineStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
