// Several target groups, one container: granted like any other.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Amazon.CDK;
using Constructs;
using EcsSecret = Amazon.CDK.AWS.ECS.Secret;
using Secret = Amazon.CDK.AWS.SecretsManager.Secret;

namespace Cases.Patterns.NlbMultipleTargetGroups;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });
        _ = new NetworkMultipleTargetGroupsFargateService(this, "Web", new NetworkMultipleTargetGroupsFargateServiceProps
        {
            Cluster = cluster,
            TaskImageOptions = new NetworkLoadBalancedTaskImageProps
            {
                Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repo", "shop/app")),
                Secrets = new Dictionary<string, EcsSecret> { ["KEY"] = EcsSecret.FromSecretsManager(Secret.FromSecretNameV2(this, "Key", "shop/key")) },
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
