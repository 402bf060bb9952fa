// A tree of services, walked by recursion.
// expect: Inner: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.RecursiveTree;

public class ServiceStack : Stack
{
    private sealed record Service(string Name, string Image, params Service[] Children);

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props) => Walk(
        new Service("Outer", "nginx", new Service("Left", "redis"), new Service("Right", "nginx", new Service("Inner", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4"))));

    private void Walk(Service service)
    {
        new FargateTaskDefinition(this, service.Name).AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(service.Image) });
        foreach (var child in service.Children)
        {
            Walk(child);
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
