// A router made by its constructor, with a secret and a log of its own.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Logging.FireLensRouterByConstructor;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new Ec2TaskDefinition(this, "Task");
        _ = new FirelensLogRouter(this, "Router", new FirelensLogRouterProps
        {
            TaskDefinition = task,
            Image = ContainerImage.FromEcrRepository(new Repository(this, "FluentBit")),
            MemoryReservationMiB = 64,
            FirelensConfig = new FirelensConfig { Type = FirelensLogRouterType.FLUENTBIT, Options = new FirelensOptions { ConfigFileType = FirelensConfigFileType.FILE, ConfigFileValue = "/extra.conf" } },
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "router" }),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(new SM.Secret(this, "Key")) },
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
