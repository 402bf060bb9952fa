// One of the platform's roles trusts ecs.amazonaws.com, which never starts a task.
// expect: Service/Web: wrong trust
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.StageRoleOfEcsItself;

public class RolesStack : Stack
{
    public RolesStack(Construct scope, string id) : base(scope, id)
    {
        Web = Create("WebExecution", "ecs");
        Job = Create("JobExecution", "ecs-tasks");
    }

    public Role Web { get; }

    public Role Job { get; }

    private Role Create(string id, string service) => new(this, id, new RoleProps
    {
        AssumedBy = new ServicePrincipal(service + ".amazonaws.com"),
        ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy") },
    });
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, RolesStack roles) : base(scope, id)
    {
        foreach (var (name, role) in new Dictionary<string, Role> { ["Web"] = roles.Web, ["Job"] = roles.Job })
        {
            new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = role.WithoutPolicyUpdates() })
                .AddContainer("main", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, name + "Repository", name.ToLowerInvariant())) });
        }
    }
}

public class ShopStage : Amazon.CDK.Stage
{
    public ShopStage(Construct scope, string id, IStageProps props) : base(scope, id, props) =>
        _ = new ServiceStack(this, "Service", new RolesStack(this, "Roles"));
}

public static class Program
{
    public static void Build(App app) => _ = new ShopStage(app, "Prod", new Amazon.CDK.StageProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
