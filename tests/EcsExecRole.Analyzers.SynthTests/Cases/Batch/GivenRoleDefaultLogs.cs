// A given role gets no grant for the default log group.
// expect: Job: missing logs:CreateLogStream, logs:PutLogEvents
using Amazon.CDK.AWS.Batch;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Batch.GivenRoleDefaultLogs;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        _ = new EcsJobDefinition(this, "Job", new EcsJobDefinitionProps
        {
            Container = new EcsFargateContainerDefinition(this, "Container", new EcsFargateContainerDefinitionProps
            {
                Image = ContainerImage.FromRegistry("nginx"),
                Cpu = 1,
                Memory = Size.Mebibytes(2048),
                ExecutionRole = role,
            }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
