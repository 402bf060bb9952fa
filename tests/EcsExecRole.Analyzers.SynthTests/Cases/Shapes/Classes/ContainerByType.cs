// A small container of services finds the factory by its type.
// expect: Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Shapes.Classes.ContainerByType;

public interface IPublicImage
{
    string Name { get; }
}

public interface IPrivateImage
{
    string Name { get; }
}

public class PublicImage : IPublicImage
{
    public string Name => "nginx";
}

public class PrivateImage : IPrivateImage
{
    public string Name => "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4";
}

public class Services
{
    private readonly Dictionary<System.Type, System.Func<object>> factories = new();

    public void Add<T>(System.Func<T> factory)
        where T : class => factories[typeof(T)] = factory;

    public T Get<T>() => (T)factories[typeof(T)]();
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        var services = new Services();
        services.Add<IPublicImage>(() => new PublicImage());
        services.Add<IPrivateImage>(() => new PrivateImage());
        Add(task, "app", services.Get<IPrivateImage>().Name);
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
