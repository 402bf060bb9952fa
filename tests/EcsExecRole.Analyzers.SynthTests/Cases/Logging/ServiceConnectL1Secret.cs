// A secret option of the proxy of a level-1 service, and a level-1 task definition.
// expect: Task: missing secretsmanager:GetSecretValue
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Logging.ServiceConnectL1Secret;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "nginx" } },
        });

        _ = new CfnService(this, "Web", new CfnServiceProps
        {
            Cluster = "shop",
            LaunchType = "FARGATE",
            TaskDefinition = task.Ref,
            ServiceConnectConfiguration = new CfnService.ServiceConnectConfigurationProperty
            {
                Enabled = true,
                Namespace = "shop",
                LogConfiguration = new CfnService.LogConfigurationProperty
                {
                    LogDriver = "splunk",
                    Options = new Dictionary<string, string> { ["splunk-url"] = "https://splunk.example.com" },
                    SecretOptions = new object[] { new CfnService.SecretProperty { Name = "splunk-token", ValueFrom = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/db-a1B2c3" } },
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
