// Tuples of name and image.
// expect: Worker: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.ForeachOverTuples;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var services = new (string Name, string Image)[] { ("Web", "nginx"), ("Worker", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") };
        foreach (var service in services)
        {
            new FargateTaskDefinition(this, service.Name).AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(service.Image) });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
