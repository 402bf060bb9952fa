// A pattern adds nothing to a task definition that it is given.
// expect: Task: no role
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Amazon.CDK;
using Constructs;

namespace Cases.Patterns.GivenTaskDefinition;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/shop/app:1"),
            PortMappings = new[] { new PortMapping { ContainerPort = 80 } },
        });
        _ = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps { Cluster = cluster, TaskDefinition = task });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
