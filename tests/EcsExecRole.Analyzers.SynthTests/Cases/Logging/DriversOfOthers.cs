// Drivers that write elsewhere need nothing of AWS.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Logging.DriversOfOthers;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new Ec2TaskDefinition(this, "Task");
        var drivers = new LogDriver[]
        {
            LogDrivers.Fluentd(), LogDrivers.Gelf(new GelfLogDriverProps { Address = "udp://127.0.0.1:12201" }), LogDrivers.Journald(), LogDrivers.JsonFile(), LogDrivers.Syslog(),
        };
        for (var i = 0; i < drivers.Length; i++)
        {
            task.AddContainer("c" + i, new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), MemoryLimitMiB = 64, Logging = drivers[i] });
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
