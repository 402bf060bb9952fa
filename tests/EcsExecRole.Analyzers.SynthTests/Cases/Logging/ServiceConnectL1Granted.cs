// The proxy of a level-1 service, granted by name.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK;
using Constructs;

namespace Cases.Logging.ServiceConnectL1Granted;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
        LogGroup.FromLogGroupName(this, "Proxy", "/ecs/proxy").GrantWrite(task.ObtainExecutionRole());

        _ = new CfnService(this, "Web", new CfnServiceProps
        {
            Cluster = "shop",
            LaunchType = "FARGATE",
            TaskDefinition = task.TaskDefinitionArn,
            ServiceConnectConfiguration = new CfnService.ServiceConnectConfigurationProperty
            {
                Enabled = true,
                Namespace = "shop",
                LogConfiguration = new CfnService.LogConfigurationProperty
                {
                    LogDriver = "awslogs",
                    Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/proxy", ["awslogs-region"] = "us-east-1", ["awslogs-stream-prefix"] = "proxy" },
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
