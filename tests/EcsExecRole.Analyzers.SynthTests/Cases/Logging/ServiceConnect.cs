// Service Connect's log driver is bound to the task definition.
// expect: clean
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Logging.ServiceConnect;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps
        {
            Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }),
            DefaultCloudMapNamespace = new CloudMapNamespaceOptions { Name = "shop" },
        });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
        });
        _ = new FargateService(this, "Web", new FargateServiceProps
        {
            Cluster = cluster,
            TaskDefinition = task,
            ServiceConnectConfiguration = new ServiceConnectProps { LogDriver = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "proxy" }) },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
