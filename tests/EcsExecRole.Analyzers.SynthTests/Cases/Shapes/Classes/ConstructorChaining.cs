// this(…) supplies the image that the short constructor leaves out.
// expect: Task: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.ConstructorChaining;

public class ServiceStack : Stack
{
    private const string DefaultImage = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4";

    public ServiceStack(Construct scope, string id, IStackProps props) : this(scope, id, DefaultImage, null, props)
    {
    }

    private ServiceStack(Construct scope, string id, string image, IRole? role, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
