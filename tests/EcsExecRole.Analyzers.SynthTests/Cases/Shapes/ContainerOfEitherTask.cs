// A container is added to one of two task definitions.
// expect: A: no role
// expect: B: no role
// flags: IS_A=true|false
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.ContainerOfEitherTask;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var isA = System.Environment.GetEnvironmentVariable("IS_A") == "true";
        var a = new FargateTaskDefinition(this, "A");
        var b = new FargateTaskDefinition(this, "B");
        a.AddContainer("main", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
        b.AddContainer("main", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
        (isA ? a : b).AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/shop/app:1") });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
