// The asset's repository grants the pull of an image that is named by its URI.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Ecr.Assets;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.DockerAssetRepositoryGrant;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory().FullName;
        System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "Dockerfile"), "FROM scratch");
        var asset = new DockerImageAsset(this, "Image", new DockerImageAssetProps { Directory = folder });
        var task = new FargateTaskDefinition(this, "Task");
        asset.Repository.GrantPull(task.ObtainExecutionRole());
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(asset.ImageUri) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
