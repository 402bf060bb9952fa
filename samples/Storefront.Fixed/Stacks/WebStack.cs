using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Amazon.CDK.AWS.KMS;
using Constructs;
using Storefront.Configuration;
using EcsSecret = Amazon.CDK.AWS.ECS.Secret;
using HealthCheck = Amazon.CDK.AWS.ElasticLoadBalancingV2.HealthCheck;
using Secret = Amazon.CDK.AWS.SecretsManager.Secret;
using SecretProps = Amazon.CDK.AWS.SecretsManager.SecretProps;

namespace Storefront.Stacks;

/// <summary>The public web shop behind its load balancer.</summary>
public sealed class WebStack : Stack
{
    public WebStack(Construct scope, string id, ServiceStackProps props)
        : base(scope, id, props)
    {
        var target = props.Target;

        // Signs the session cookies. Only the web shop uses it, so it lives here with a key of its own.
        var sessionSecret = new Secret(this, "SessionSecret", new SecretProps
        {
            EncryptionKey = new Key(this, "SessionKey", new KeyProps { EnableKeyRotation = true }),
        });

        // The repository belongs to the web team's pipeline, in this same account.
        var repository = Repository.FromRepositoryName(this, "WebRepository", "storefront-web");

        var service = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps
        {
            Cluster = props.Platform.Cluster,
            ServiceName = target.Name("web"),
            Cpu = 512,
            MemoryLimitMiB = 1024,
            DesiredCount = target.WebTaskCount,
            CircuitBreaker = new DeploymentCircuitBreaker { Rollback = true },
            TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions
            {
                Image = ContainerImage.FromEcrRepository(repository, target.ImageTag),
                ContainerPort = 8080,
                Environment = new Dictionary<string, string>
                {
                    ["STAGE"] = target.Stage,
                    ["CATALOG_URL"] = "http://catalog.storefront.internal:8080",
                    ["CHECKOUT_URL"] = "http://checkout.storefront.internal:8080",
                },
                Secrets = new Dictionary<string, EcsSecret>
                {
                    ["SESSION_SECRET"] = EcsSecret.FromSecretsManager(sessionSecret),
                    ["FEATURE_FLAGS"] = EcsSecret.FromSsmParameter(props.Data.FeatureFlags),
                },
            },
        });

        service.TargetGroup.ConfigureHealthCheck(new HealthCheck { Path = "/healthz", HealthyHttpCodes = "200" });

        _ = new CfnOutput(this, "Address", new CfnOutputProps { Value = service.LoadBalancer.LoadBalancerDnsName });
    }
}
