// A handler of an event adds the container.
// expect: Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Shapes.Later.EventAddsContainer;

public class TaskFactory
{
    public event System.Action<TaskDefinition>? Created;

    public void Create(Construct scope, IRole role)
    {
        var task = new FargateTaskDefinition(scope, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        Created?.Invoke(task);
    }
}

public class ServiceStack : Stack
{
    private const string Private = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4";

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var factory = new TaskFactory();
        factory.Created += task => Add(task, "app", Private);
        factory.Create(this, role);
    }

    private static ContainerDefinition Add(TaskDefinition task, string id, string image) =>
        task.AddContainer(id, new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
