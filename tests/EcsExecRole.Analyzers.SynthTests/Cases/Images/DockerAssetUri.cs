// The asset is fine, but its URI as a string loses the grant.
// expect: Task: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Ecr.Assets;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.DockerAssetUri;

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
            Image = ContainerImage.FromRegistry(asset.ImageUri),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
