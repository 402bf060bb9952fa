// The containers of an L1 definition are replaced by some that need nothing.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Overrides.L1Reassigned;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/app" } },
        });
        task.ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "nginx" } };
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
