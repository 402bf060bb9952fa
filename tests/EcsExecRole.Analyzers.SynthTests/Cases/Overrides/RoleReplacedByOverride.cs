// The override uses a role that got none of the grants.
// expect: Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Overrides.RoleReplacedByOverride;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repo", "shop/app")),
        });
        var resource = (CfnTaskDefinition)task.Node.DefaultChild!;
        resource.AddPropertyOverride("ExecutionRoleArn", role.RoleArn);
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
