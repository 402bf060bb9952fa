// Public images through the pull-through cache; one helper for the names, the managed policy for the pull.
// expect: web: info missing ecr:BatchImportUpstreamImage
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.PullThroughCacheOfAll;

public class CacheStack : Stack
{
    private readonly Role _role;

    public CacheStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        _role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        _role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        Add("web", Cached("docker-hub/library/nginx:1.27"));
        Add("direct", "public.ecr.aws/nginx/nginx:1.27");
        Add("own", Cached("web/nginx:1.27"));
    }

    private string Cached(string name) => string.Concat(Account, ".dkr.ecr.", Region, ".amazonaws.com/", name);

    private void Add(string id, string image) =>
        new FargateTaskDefinition(this, id, new FargateTaskDefinitionProps { ExecutionRole = _role })
            .AddContainer("proxy", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
}

public static class Program
{
    public static void Build(App app) => new CacheStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
