// Overrides of what the role has nothing to do with change nothing.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Overrides.HarmlessOverrides;

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
        resource.AddPropertyOverride("ContainerDefinitions.0.Privileged", false);
        resource.AddPropertyOverride("EphemeralStorage.SizeInGiB", 30);
        resource.AddOverride("DeletionPolicy", "Retain");
        resource.OverrideLogicalId("Renamed");
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
