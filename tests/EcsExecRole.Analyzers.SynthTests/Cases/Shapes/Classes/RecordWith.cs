// A record is copied with another image; the original had a public one.
// expect: Api: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.RecordWith;

public sealed record Service(string Name, string Image, int Cpu = 256);

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var web = new Service("Web", "nginx");
        var api = web with { Name = "Api", Image = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4" };
        foreach (var service in new[] { web, api })
        {
            var task = new FargateTaskDefinition(this, service.Name, new FargateTaskDefinitionProps { Cpu = service.Cpu });
            task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(service.Image) });
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
