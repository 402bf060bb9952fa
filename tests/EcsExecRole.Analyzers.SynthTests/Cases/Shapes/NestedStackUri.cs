// A nested stack that pulls by URI.
// expect: Workload/Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.NestedStackUri;

public class Workload : NestedStack
{
    public Workload(Construct scope, string id) : base(scope, id)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/shop/api"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
    }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id) : base(scope, id) => new Workload(this, "Workload");
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
