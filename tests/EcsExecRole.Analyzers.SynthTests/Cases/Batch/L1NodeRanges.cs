// Each range of nodes has a container with a role.
// expect: Job: missing logs:CreateLogStream, logs:PutLogEvents
using Amazon.CDK.AWS.Batch;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Batch.L1NodeRanges;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        _ = new CfnJobDefinition(this, "Job", new CfnJobDefinitionProps
        {
            Type = "multinode",
            NodeProperties = new CfnJobDefinition.NodePropertiesProperty
            {
                MainNode = 0,
                NumNodes = 2,
                NodeRangeProperties = new object[]
                {
                    new CfnJobDefinition.NodeRangePropertyProperty
                    {
                        TargetNodes = "0:1",
                        Container = new CfnJobDefinition.ContainerPropertiesProperty { Image = "nginx", ExecutionRoleArn = role.RoleArn },
                    },
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
