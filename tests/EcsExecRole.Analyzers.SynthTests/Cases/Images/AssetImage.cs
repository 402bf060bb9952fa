// The assets repository is imported by name, and CDK grants the pull.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.Images.AssetImage;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id) : base(scope, id)
    {
        var dir = System.IO.Directory.CreateTempSubdirectory().FullName;
        System.IO.File.WriteAllText(System.IO.Path.Combine(dir, "Dockerfile"), "FROM scratch");
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromAsset(dir),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
