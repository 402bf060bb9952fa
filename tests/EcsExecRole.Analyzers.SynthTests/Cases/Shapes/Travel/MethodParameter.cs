// The task definition travels as a parameter to the method that adds the container, the role does not.
// expect: Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.MethodParameter;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        AddContainer(task, image: "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4", name: "app");
        AddLogging(role);
    }

    private static void AddContainer(TaskDefinition definition, string name, string image) =>
        definition.AddContainer(name, new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });

    private static void AddLogging(Role role) => role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("CloudWatchLogsFullAccess"));
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
