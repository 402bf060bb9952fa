// The only way to say awslogs-create-group to CDK's own driver.
// expect: Task: missing logs:CreateLogGroup
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK;
using Constructs;

namespace Cases.Overrides.CreateGroupAdded;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app", LogGroup = LogGroup.FromLogGroupName(this, "Group", "/shop/app") }),
        });
        ((CfnTaskDefinition)task.Node.DefaultChild!).AddPropertyOverride("ContainerDefinitions.0.LogConfiguration.Options.awslogs-create-group", "true");
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
