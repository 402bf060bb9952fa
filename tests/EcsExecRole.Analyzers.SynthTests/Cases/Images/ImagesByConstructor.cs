// The classes behind the factories.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.ImagesByConstructor;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory().FullName;
        System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "Dockerfile"), "FROM scratch");
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("a", new ContainerDefinitionOptions { Image = new EcrImage(new Repository(this, "Api"), "1.4") });
        task.AddContainer("b", new ContainerDefinitionOptions { Image = new RepositoryImage("nginx") });
        task.AddContainer("c", new ContainerDefinitionOptions { Image = new Amazon.CDK.AWS.ECS.AssetImage(folder) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
