// The same repository by name and by a URI of tokens.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.UriOfOwnAccountGranted;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/shop/api:2") });
        Repository.FromRepositoryName(this, "Api", "shop/api").GrantPull(task.ObtainExecutionRole());
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
