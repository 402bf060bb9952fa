// The program makes the cache rule itself, so that its prefix is known.
// expect: Cached: info missing ecr:BatchImportUpstreamImage
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.PullThroughCacheRule;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        _ = new CfnPullThroughCacheRule(this, "Rule", new CfnPullThroughCacheRuleProps { EcrRepositoryPrefix = "mirror", UpstreamRegistryUrl = "public.ecr.aws" });
        var cached = new FargateTaskDefinition(this, "Cached");
        cached.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Cache", "mirror/nginx"), "1.27"),
        });
        var other = new FargateTaskDefinition(this, "Other");
        other.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Mirrored", "mirrored/nginx"), "1.27"),
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
