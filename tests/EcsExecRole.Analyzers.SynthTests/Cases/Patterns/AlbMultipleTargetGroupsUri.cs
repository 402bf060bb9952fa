// The image is a URI; the default logging makes a role that may not pull it.
// expect: TaskDef: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Amazon.CDK;
using Constructs;

namespace Cases.Patterns.AlbMultipleTargetGroupsUri;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });
        _ = new ApplicationMultipleTargetGroupsFargateService(this, "Web", new ApplicationMultipleTargetGroupsFargateServiceProps
        {
            Cluster = cluster,
            TaskImageOptions = new ApplicationLoadBalancedTaskImageProps
            {
                Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/shop/app:1"),
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
