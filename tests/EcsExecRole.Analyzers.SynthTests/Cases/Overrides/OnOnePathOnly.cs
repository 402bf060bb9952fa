// The role is replaced under a flag only.
// expect: Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
// flags: OWN_ROLE=true|false
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Overrides.OnOnePathOnly;

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
        if (System.Environment.GetEnvironmentVariable("OWN_ROLE") == "true")
        {
            resource.AddPropertyOverride("ExecutionRoleArn", role.RoleArn);
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
