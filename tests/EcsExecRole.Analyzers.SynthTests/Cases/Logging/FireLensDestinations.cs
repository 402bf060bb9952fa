// What the router writes to, it writes to with the task role.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Logging.FireLensDestinations;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.Firelens(new FireLensLogDriverProps { Options = new Dictionary<string, string> { ["Name"] = "cloudwatch", ["region"] = "us-east-1", ["log_group_name"] = "app", ["auto_create_group"] = "true", ["log_stream_prefix"] = "app-" } }),
        });
        task.AddContainer("other", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.Firelens(new FireLensLogDriverProps { Options = new Dictionary<string, string> { ["Name"] = "firehose", ["region"] = "us-east-1", ["delivery_stream"] = "logs" } }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
