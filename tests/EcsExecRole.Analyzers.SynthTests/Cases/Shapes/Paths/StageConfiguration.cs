// A switch expression makes one configuration object for each stage, consistent in itself.
// context: stage=dev|prod
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Paths.StageConfiguration;

public sealed record Settings(string Image, bool Pull);

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var settings = Node.TryGetContext("stage") switch
        {
            "prod" => new Settings("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4", Pull: true),
            _ => new Settings("nginx", Pull: false),
        };
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(settings.Image) });
        if (settings.Pull)
        {
            task.ObtainExecutionRole().AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
