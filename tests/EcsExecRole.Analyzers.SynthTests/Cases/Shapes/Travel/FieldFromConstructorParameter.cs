// A construct keeps the role it is given in a field; the role may pull another repository only.
// expect: Task: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.FieldFromConstructorParameter;

public class Api : Construct
{
    private readonly IRole _executionRole;

    public Api(Construct scope, string id, IRole executionRole) : base(scope, id)
    {
        _executionRole = executionRole;
        var task = CreateTask();
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
    }

    private FargateTaskDefinition CreateTask() => new(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = _executionRole });
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        Repository.FromRepositoryName(this, "Worker", "shop/worker").GrantPull(role);
        _ = new Api(this, "Api", role);
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
