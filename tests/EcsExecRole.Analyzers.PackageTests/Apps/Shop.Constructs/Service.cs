using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Shop;

/// <summary>What both apps share. Its own defect is warned of here, in its own build.</summary>
public sealed class Service : Construct
{
    public Service(Construct scope, string id, string image)
        : base(scope, id)
    {
        Role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = Role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
        task.AddContainer("proxy", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111122223333.dkr.ecr.eu-west-1.amazonaws.com/proxy:3"), // EER1001
        });
    }

    public Role Role { get; }
}
