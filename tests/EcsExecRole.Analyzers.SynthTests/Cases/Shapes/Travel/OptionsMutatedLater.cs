// The options are a local whose properties are assigned afterwards, the private image last.
// expect: Task: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.OptionsMutatedLater;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var options = new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") };
        options.MemoryLimitMiB = 256;
        options.Essential = true;
        options.Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4");

        var taskProps = new FargateTaskDefinitionProps();
        taskProps.Cpu = 256;
        var task = new FargateTaskDefinition(this, "Task", taskProps);
        task.AddContainer("app", options);
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
