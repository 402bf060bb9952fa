// The proxy's driver is granted its secret options; it brings no router.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Logging.ServiceConnectSecretOption;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps
        {
            Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }),
            DefaultCloudMapNamespace = new CloudMapNamespaceOptions { Name = "shop" },
        });

        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
        _ = new FargateService(this, "Web", new FargateServiceProps
        {
            Cluster = cluster,
            TaskDefinition = task,
            ServiceConnectConfiguration = new ServiceConnectProps
            {
                LogDriver = LogDrivers.Firelens(new FireLensLogDriverProps { SecretOptions = new Dictionary<string, Secret> { ["apikey"] = Secret.FromSecretsManager(new SM.Secret(this, "Key")) } }),
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
