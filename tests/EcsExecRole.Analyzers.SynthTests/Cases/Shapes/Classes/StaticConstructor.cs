// The table of images is filled by a static constructor.
// expect: Task: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.StaticConstructor;

public static class Images
{
    public static readonly IReadOnlyDictionary<string, string> ByService;

    static Images()
    {
        var images = new Dictionary<string, string>();
        images.Add("web", "nginx");
        images.Add("api", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4");
        ByService = images;
    }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props) => new FargateTaskDefinition(this, "Task")
        .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(Images.ByService["api"]) });
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
