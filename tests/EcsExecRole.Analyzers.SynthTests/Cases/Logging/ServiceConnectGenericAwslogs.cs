// A driver by name is granted nothing, for the proxy either.
// expect: Task: no role
using System.Collections.Generic;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Logging.ServiceConnectGenericAwslogs;

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
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
        var service = new FargateService(this, "Web", new FargateServiceProps { Cluster = cluster, TaskDefinition = task });
        service.EnableServiceConnect(new ServiceConnectProps
        {
            LogDriver = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/proxy", ["awslogs-region"] = "us-east-1", ["awslogs-stream-prefix"] = "proxy" },
            }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
