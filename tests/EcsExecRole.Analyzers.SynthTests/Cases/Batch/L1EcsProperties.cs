// A level-1 job of several containers: the role may not write its default log.
// expect: Job: missing logs:CreateLogStream, logs:PutLogEvents, secretsmanager:GetSecretValue
using Amazon.CDK.AWS.Batch;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Batch.L1EcsProperties;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        _ = new CfnJobDefinition(this, "Job", new CfnJobDefinitionProps
        {
            Type = "container",
            PlatformCapabilities = new[] { "FARGATE" },
            EcsProperties = new CfnJobDefinition.EcsPropertiesProperty
            {
                TaskProperties = new object[]
                {
                    new CfnJobDefinition.EcsTaskPropertiesProperty
                    {
                        ExecutionRoleArn = role.RoleArn,
                        Containers = new object[]
                        {
                            new CfnJobDefinition.TaskContainerPropertiesProperty
                            {
                                Name = "app",
                                Image = "nginx",
                                Secrets = new object[] { new CfnJobDefinition.SecretProperty { Name = "KEY", ValueFrom = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/db-a1B2c3" } },
                            },
                        },
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
