// The proxy that a level-1 service adds logs with the task's execution role, which CDK grants nothing.
// expect: Task: missing logs:CreateLogStream, logs:PutLogEvents
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Logging.ServiceConnectL1;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });

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
