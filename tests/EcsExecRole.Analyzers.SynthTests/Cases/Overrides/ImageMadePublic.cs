// The rendered image is public after all: nothing is needed.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Overrides.ImageMadePublic;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repo", "shop/app")),
        });
        var resource = (CfnTaskDefinition)task.Node.DefaultChild!;
        resource.AddPropertyOverride("ContainerDefinitions.0.Image", "public.ecr.aws/nginx/nginx:latest");
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
