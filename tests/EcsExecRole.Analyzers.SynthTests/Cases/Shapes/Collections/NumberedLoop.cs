// A for loop over an array by index and a while loop that counts.
// expect: Task1: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.NumberedLoop;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var images = new[] { "nginx", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4", "redis" };
        for (var i = 0; i < images.Length; i++)
        {
            new FargateTaskDefinition(this, "Task" + i).AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(images[i]) });
        }

        var next = 3;
        while (next < 5)
        {
            var task = new FargateTaskDefinition(this, $"Task{next++}");
            task.ObtainExecutionRole().AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
            task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(images[1]) });
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
