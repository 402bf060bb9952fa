// The application reads its own secrets with the task role; the execution role needs none of it.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Tempting.ApplicationReadsSecrets;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var application = new Role(this, "Application", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        application.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "secretsmanager:GetSecretValue", "ssm:GetParameters" },
            Resources = new[] { "*" },
        }));
        application.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { TaskRole = application });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            Environment = new Dictionary<string, string> { ["SECRET_ARN"] = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/key-a1B2c3", ["PARAMETER"] = "/shop/limit" },
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
