// Batch makes a role that may write its default log group.
// expect: clean
using Amazon.CDK.AWS.Batch;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Batch.CreatedRoleDefaultLogs;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        _ = new EcsJobDefinition(this, "Job", new EcsJobDefinitionProps
        {
            Container = new EcsFargateContainerDefinition(this, "Container", new EcsFargateContainerDefinitionProps
            {
                Image = ContainerImage.FromRegistry("nginx"),
                Cpu = 1,
                Memory = Size.Mebibytes(2048),
            }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
