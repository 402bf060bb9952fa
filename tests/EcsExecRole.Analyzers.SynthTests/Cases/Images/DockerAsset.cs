// FromDockerImageAsset grants on the assets repository.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Ecr.Assets;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.DockerAsset;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        var folder = System.IO.Directory.CreateTempSubdirectory().FullName;
        System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "Dockerfile"), "FROM scratch");
        var asset = new DockerImageAsset(this, "Image", new DockerImageAssetProps { Directory = folder });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromDockerImageAsset(asset),
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
