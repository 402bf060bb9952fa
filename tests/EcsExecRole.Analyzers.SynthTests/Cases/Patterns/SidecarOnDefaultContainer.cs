// A secret and a sidecar are added through the service of a pattern.
// expect: clean
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Amazon.CDK.AWS.SSM;
using Amazon.CDK;
using Constructs;
using EcsSecret = Amazon.CDK.AWS.ECS.Secret;

namespace Cases.Patterns.SidecarOnDefaultContainer;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });
        var web = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps
        {
            Cluster = cluster,
            TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { Image = ContainerImage.FromRegistry("nginx"), EnableLogging = false },
        });
        web.Service.TaskDefinition.DefaultContainer!.AddSecret("KEY", EcsSecret.FromSsmParameter(StringParameter.FromStringParameterName(this, "Key", "/shop/key")));
        web.TaskDefinition.AddContainer("sidecar", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repo", "shop/sidecar")) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
