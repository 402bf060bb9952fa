// The default image of the helper is private; the only caller replaces it.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.CallbackMakesItPublic;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props) => AddTask("Task", options => options.Image = ContainerImage.FromRegistry("nginx"));

    private void AddTask(string id, Action<ContainerDefinitionOptions>? configure = null)
    {
        var options = new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") };
        configure?.Invoke(options);
        new FargateTaskDefinition(this, id).AddContainer("app", options);
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
