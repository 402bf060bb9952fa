// The execution role is still null, and the grant throws at synthesis.
// throws: ExecutionRole is null before the first container
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Throws.GrantToNullRole;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var repository = new Repository(this, "Repository");
        var task = new FargateTaskDefinition(this, "Task");
        repository.GrantPull(task.ExecutionRole!);
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(repository.RepositoryUri),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
