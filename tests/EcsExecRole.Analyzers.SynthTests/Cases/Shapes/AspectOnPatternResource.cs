// An aspect that visits level-1 resources finds that of a pattern: it gives it another role.
// expect: Web/TaskDef: missing logs:CreateLogStream, logs:PutLogEvents
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.AspectOnPatternResource;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });
        var other = new Role(this, "Other", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        Aspects.Of(this).Add(new Visitor(other.RoleArn));
        _ = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps
        {
            Cluster = cluster,
            TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { Image = ContainerImage.FromRegistry("nginx") },
        });
    }
}

public class Visitor(string role) : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
{
    public void Visit(IConstruct node)
    {
        if (node is CfnTaskDefinition definition)
        {
            definition.ExecutionRoleArn = role;
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
