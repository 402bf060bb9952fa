// Secrets are granted when the job is rendered.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.Batch;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Batch.SecretsGranted;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        _ = new EcsJobDefinition(this, "Job", new EcsJobDefinitionProps
        {
            Container = new EcsFargateContainerDefinition(this, "Container", new EcsFargateContainerDefinitionProps
            {
                Image = ContainerImage.FromRegistry("nginx"),
                Cpu = 1,
                Memory = Size.Mebibytes(2048),
                ExecutionRole = role,
                Secrets = new Dictionary<string, Amazon.CDK.AWS.Batch.Secret>
                {
                    ["DB"] = Amazon.CDK.AWS.Batch.Secret.FromSecretsManager(new SM.Secret(this, "Db"), "password"),
                },
            }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
