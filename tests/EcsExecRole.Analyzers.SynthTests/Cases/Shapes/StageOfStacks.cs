// Two stages of one application, one of them without the grant.
// expect: Prod/Service/Task: no role
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.StageOfStacks;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, string image) : base(scope, id)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
    }
}

public class ShopStage : Stage
{
    public ShopStage(Construct scope, string id, string image) : base(scope, id) => new ServiceStack(this, "Service", image);
}

public static class Program
{
    public static void Build(App app)
    {
        _ = new ShopStage(app, "Beta", "nginx");
        _ = new ShopStage(app, "Prod", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api");
    }
}
