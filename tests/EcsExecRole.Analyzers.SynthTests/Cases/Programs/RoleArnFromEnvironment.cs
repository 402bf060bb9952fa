// The pipeline may hand in the platform's role; without it the stack makes one that suffices.
// expect: clean
// flags: EXECUTION_ROLE_ARN=arn:aws:iam::111111111111:role/platform-execution|(unset)
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.RoleArnFromEnvironment;

public class PipelineStack : Stack
{
    public PipelineStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = ResolveRole() });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/app:{System.Environment.GetEnvironmentVariable("IMAGE_TAG") ?? "latest"}"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
    }

    private IRole ResolveRole()
    {
        var arn = System.Environment.GetEnvironmentVariable("EXECUTION_ROLE_ARN");
        if (!string.IsNullOrWhiteSpace(arn))
        {
            return Role.FromRoleArn(this, "Execution", arn, new FromRoleArnOptions { Mutable = false });
        }

        return new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy")],
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
