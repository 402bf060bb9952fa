// The ambient image is the scope's, and no other's after it.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Shapes.Later.ImageInScope;

public sealed class ImageScope : System.IDisposable
{
    private static readonly Stack<string> images = new(new[] { "nginx" });

    public static string Current => images.Peek();

    public static ImageScope Use(string image)
    {
        images.Push(image);
        return new ImageScope();
    }

    public void Dispose() => images.Pop();
}

public class ServiceStack : Stack
{
    private const string Private = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4";

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        using (ImageScope.Use(Private))
        {
        }

        Add(task, "app", ImageScope.Current);
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
