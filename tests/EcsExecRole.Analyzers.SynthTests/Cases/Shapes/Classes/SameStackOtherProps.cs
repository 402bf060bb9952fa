// Three stacks of one class; only the middle one takes a private image without rights.
// expect: Two/Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.SameStackOtherProps;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, string image, string[] policies, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        foreach (var policy in policies)
        {
            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(policy));
        }

        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
    }
}

public static class Program
{
    public static void Build(App app)
    {
        var props = new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } };
        _ = new ServiceStack(app, "One", "nginx", [], props);
        _ = new ServiceStack(app, "Two", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4", ["CloudWatchLogsFullAccess"], props);
        _ = new ServiceStack(app, "Three", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4", ["CloudWatchLogsFullAccess", "AmazonEC2ContainerRegistryReadOnly"], props);
    }
}
