// A log group of another stack.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK;
using Constructs;

namespace Cases.Logging.GroupOfOtherStack;

public static class Program
{
    public static void Build(App app)
    {
        var logs = new LogGroup(new Stack(app, "Logs"), "Log");
        var service = new Stack(app, "Service");
        var task = new FargateTaskDefinition(service, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app", LogGroup = logs }),
        });
    }
}
