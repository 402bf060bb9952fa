// A scheduled task on EC2: the secret's key is imported.
// expect: ScheduledTaskDef: missing kms:Decrypt
using System.Collections.Generic;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Patterns.ScheduledEc2;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });
        cluster.AddCapacity("Capacity", new AddCapacityOptions { InstanceType = new InstanceType("t3.micro") });

        _ = new ScheduledEc2Task(this, "Nightly", new ScheduledEc2TaskProps
        {
            Cluster = cluster,
            Schedule = Amazon.CDK.AWS.ApplicationAutoScaling.Schedule.Rate(Duration.Days(1)),
            ScheduledEc2TaskImageOptions = new ScheduledEc2TaskImageOptions
            {
                Image = ContainerImage.FromRegistry("nginx"),
                MemoryLimitMiB = 256,
                Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(new SM.Secret(this, "Key", new SM.SecretProps { EncryptionKey = Amazon.CDK.AWS.KMS.Key.FromKeyArn(this, "Imported", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666") })) },
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
