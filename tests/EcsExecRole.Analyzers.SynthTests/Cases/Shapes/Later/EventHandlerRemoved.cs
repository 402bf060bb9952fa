// The handler that would add the private container is gone before the event.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Shapes.Later.EventHandlerRemoved;

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
        System.Action<TaskDefinition> handler = task => Add(task, "private", Private);
        factory.Created += task => Add(task, "app", "nginx");
        factory.Created += handler;
        factory.Created -= handler;
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
