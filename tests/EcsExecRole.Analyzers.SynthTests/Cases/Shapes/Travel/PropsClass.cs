// A props class that extends StackProps carries the image; the stack has no role for it.
// expect: Task: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.PropsClass;

public class ServiceProps : StackProps
{
    public required string Image { get; init; }

    public IRole? ExecutionRole { get; init; }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, ServiceProps props) : base(scope, id, new StackProps { Env = props.Env })
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = props.ExecutionRole });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(props.Image) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new ServiceProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
        Image = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4",
    });
}
