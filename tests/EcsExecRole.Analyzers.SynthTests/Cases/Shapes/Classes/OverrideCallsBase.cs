// The override adds its own right to what the base gives.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.OverrideCallsBase;

public class BaseStack : Stack
{
    protected BaseStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
    }

    protected virtual Role CreateRole()
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "ecr:GetAuthorizationToken" }, Resources = new[] { "*" } }));
        return role;
    }
}

public class ServiceStack : BaseStack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = CreateRole() });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
    }

    protected override Role CreateRole()
    {
        var role = base.CreateRole();
        Repository.FromRepositoryName(this, "Repository", "shop/api").Grant(role, "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");
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
