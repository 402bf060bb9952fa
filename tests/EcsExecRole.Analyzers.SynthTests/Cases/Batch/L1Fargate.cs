// A level-1 job on Fargate with a secret and no role.
// expect: Job: no role
using Amazon.CDK.AWS.Batch;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Batch.L1Fargate;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        _ = new CfnJobDefinition(this, "Job", new CfnJobDefinitionProps
        {
            Type = "container",
            PlatformCapabilities = new[] { "FARGATE" },
            ContainerProperties = new CfnJobDefinition.ContainerPropertiesProperty
            {
                Image = "nginx",
                Secrets = new object[] { new CfnJobDefinition.SecretProperty { Name = "LIMIT", ValueFrom = "/shop/limit" } },
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
