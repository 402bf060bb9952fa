// The prefix of the registry's own cache rule is only known to the user, who names it in the options.
// options: ecs_exec_role.pull_through_cache_prefixes=team/mirror
// expect: clean
// by-hand: no template names the registry's cache rules -> Task: info missing ecr:BatchImportUpstreamImage
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.PullThroughCacheOption;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Cache", "team/mirror/nginx"), "1.27"),
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
