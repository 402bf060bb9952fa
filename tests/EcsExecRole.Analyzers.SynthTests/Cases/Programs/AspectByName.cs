// The aspect looks for roles by name; the second role has another.
// expect: Api: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.AspectByName;

public class ExecutionPolicyAspect(string suffix) : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
{
    public void Visit(IConstruct node)
    {
        if (node is Role role && role.Node.Id.EndsWith(suffix))
        {
            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        }
    }
}

public class AspectStack : Stack
{
    public AspectStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        AddTask("Web", "WebExecutionRole");
        AddTask("Api", "ApiExecution");
        Aspects.Of(this).Add(new ExecutionPolicyAspect("ExecutionRole"));
    }

    private void AddTask(string name, string roleId)
    {
        var role = new Role(this, roleId, new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("main", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/{name.ToLower()}"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = name }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new AspectStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
