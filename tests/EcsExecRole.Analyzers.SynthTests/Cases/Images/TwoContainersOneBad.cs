// The sidecar comes from another repository than the grants are for.
// expect: Task: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.TwoContainersOneBad;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var api = new Repository(this, "Api");
        var proxy = new Repository(this, "Proxy");
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(api),
        });
        task.AddContainer("proxy", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(proxy.RepositoryUri),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
