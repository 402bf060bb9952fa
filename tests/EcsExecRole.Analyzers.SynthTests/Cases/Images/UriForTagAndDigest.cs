// All ways to ask an owned repository for its URI.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.UriForTagAndDigest;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var repository = new Repository(this, "Api");
        var task = new FargateTaskDefinition(this, "Task");
        repository.GrantPull(task.ObtainExecutionRole());
        task.AddContainer("a", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUriForTag("1.4")) });
        task.AddContainer("b", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUriForDigest("sha256:0123"), new RepositoryImageProps()) });
        task.AddContainer("c", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUriForTagOrDigest("1.5")) });
        task.AddContainer("d", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri + ":1.6") });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
