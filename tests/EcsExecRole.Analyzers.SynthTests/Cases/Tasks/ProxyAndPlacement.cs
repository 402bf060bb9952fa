// A service mesh's proxy, placement constraints and accelerators need nothing of the role.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Tasks.ProxyAndPlacement;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new Ec2TaskDefinition(this, "Task", new Ec2TaskDefinitionProps
        {
            NetworkMode = NetworkMode.AWS_VPC,
            ProxyConfiguration = new AppMeshProxyConfiguration(new AppMeshProxyConfigurationConfigProps
            {
                ContainerName = "envoy",
                Properties = new AppMeshProxyConfigurationProps { AppPorts = new double[] { 80 }, ProxyEgressPort = 15001, ProxyIngressPort = 15000, IgnoredUID = 1337, EgressIgnoredIPs = new[] { "169.254.170.2" } },
            }),
            PlacementConstraints = new[] { PlacementConstraint.MemberOf("attribute:ecs.instance-type =~ t3.*") },
            InferenceAccelerators = new IInferenceAccelerator[] { new InferenceAccelerator { DeviceName = "device1", DeviceType = "eia2.medium" } },
        });
        var app = task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), MemoryLimitMiB = 256 });
        app.AddInferenceAcceleratorResource("device1");
        task.AddContainer("envoy", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("public.ecr.aws/appmesh/aws-appmesh-envoy:v1.29.6.1-prod"), MemoryLimitMiB = 256 });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
