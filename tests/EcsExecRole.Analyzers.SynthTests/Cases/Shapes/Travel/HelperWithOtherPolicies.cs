// A helper makes each service's role; its managed policy cannot pull.
// expect: Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.HelperWithOtherPolicies;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var executionRole = CreateRole("Execution", "CloudWatchLogsFullAccess");
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = executionRole });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
    }

    private Role CreateRole(string id, string policy)
    {
        var role = new Role(this, id, new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(policy));
        return role;
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
