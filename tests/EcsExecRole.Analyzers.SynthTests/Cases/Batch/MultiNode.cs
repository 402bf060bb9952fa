// Each container of a multi-node job has a role of its own, which may write the default log.
// expect: clean
using Amazon.CDK.AWS.Batch;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Batch.MultiNode;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        _ = new MultiNodeJobDefinition(this, "Job", new MultiNodeJobDefinitionProps
        {
            InstanceType = Amazon.CDK.AWS.EC2.InstanceType.Of(Amazon.CDK.AWS.EC2.InstanceClass.R4, Amazon.CDK.AWS.EC2.InstanceSize.LARGE),
            Containers = new IMultiNodeContainer[]
            {
                new MultiNodeContainer
                {
                    StartNode = 0,
                    EndNode = 1,
                    Container = new EcsEc2ContainerDefinition(this, "Container", new EcsEc2ContainerDefinitionProps { Image = Amazon.CDK.AWS.ECS.ContainerImage.FromRegistry("nginx"), Cpu = 1, Memory = Size.Mebibytes(512) }),
                },
            },
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
