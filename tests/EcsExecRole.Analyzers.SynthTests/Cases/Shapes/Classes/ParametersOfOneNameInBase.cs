// The base class keeps the image that it was given, not the one of the class that derives from it.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Shapes.Classes.ParametersOfOneNameInBase;

public record Settings(string Image);

public class Service(Settings settings)
{
    public string Sidecar => settings.Image;
}

public class ApiService(Settings settings) : Service(settings with { Image = "nginx" })
{
    public string Image => settings.Image;
}

public class ServiceStack : Stack
{
    private const string Private = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4";

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        Add(task, "app", new ApiService(new Settings(Private)).Sidecar);
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
