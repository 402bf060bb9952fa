// DocumentDB's own secret.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.DocDB;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Secrets.DocumentDbSecret;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new DatabaseCluster(this, "Db", new DatabaseClusterProps
        {
            MasterUser = new Login { Username = "admin" },
            InstanceType = InstanceType.Of(InstanceClass.MEMORY5, InstanceSize.LARGE),
            Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }),
        });

        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(cluster.Secret!, "password") },
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
