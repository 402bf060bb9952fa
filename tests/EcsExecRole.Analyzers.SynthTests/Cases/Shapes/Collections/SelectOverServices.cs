// Task definitions are made inside Select; ToList runs it, and a later loop grants.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.SelectOverServices;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var tasks = new[] { "api", "worker" }.Select(Create).ToList();
        foreach (var task in tasks)
        {
            task.ObtainExecutionRole().AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        }
    }

    private FargateTaskDefinition Create(string name, int index)
    {
        var task = new FargateTaskDefinition(this, $"{name}{index}");
        task.AddContainer(name, new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/" + name) });
        return task;
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
