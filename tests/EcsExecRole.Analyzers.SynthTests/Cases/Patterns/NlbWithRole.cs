// A given role in a network pattern.
// expect: Tcp/TaskDef: wrong trust
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS.Patterns;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Patterns.NlbWithRole;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        _ = new NetworkLoadBalancedFargateService(this, "Tcp", new NetworkLoadBalancedFargateServiceProps
        {
            Cluster = cluster,
            TaskImageOptions = new NetworkLoadBalancedTaskImageOptions { Image = ContainerImage.FromRegistry("nginx"), ExecutionRole = role },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
