// ECS Exec, its logs and its key are the task role's.
// expect: clean
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK;
using Constructs;

namespace Cases.Tasks.ExecuteCommand;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var key = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666");
        var cluster = new Cluster(this, "Cluster", new ClusterProps
        {
            Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }),
            ExecuteCommandConfiguration = new ExecuteCommandConfiguration
            {
                KmsKey = key,
                Logging = ExecuteCommandLogging.OVERRIDE,
                LogConfiguration = new ExecuteCommandLogConfiguration { CloudWatchLogGroup = new LogGroup(this, "Exec", new LogGroupProps { EncryptionKey = key }), CloudWatchEncryptionEnabled = true },
            },
        });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
        _ = new FargateService(this, "Web", new FargateServiceProps { Cluster = cluster, TaskDefinition = task, EnableExecuteCommand = true });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
