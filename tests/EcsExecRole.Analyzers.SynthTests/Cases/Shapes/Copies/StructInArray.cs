// An element of an array of structs is changed in place.
// expect: Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Shapes.Copies.StructInArray;

public struct Settings
{
    public string Image { get; set; }
}

public class ServiceStack : Stack
{
    private const string Private = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4";

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        var all = new[] { new Settings { Image = "nginx" } };
        all[0].Image = Private;
        Add(task, "app", all[0].Image);
    }

    private static ContainerDefinition Add(TaskDefinition task, string id, string image) =>
        task.AddContainer(id, new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
