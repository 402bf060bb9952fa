// An enum decides by a switch expression what a service runs and what its role may do.
// expect: Batch: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.EnumConfiguration;

public enum Kind
{
    Web,
    Api,
    Batch,
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        foreach (var kind in new[] { Kind.Web, Kind.Api, Kind.Batch })
        {
            var task = new FargateTaskDefinition(this, kind.ToString(), new FargateTaskDefinitionProps { ExecutionRole = RoleOf(kind) });
            task.AddContainer("app", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry(kind switch
                {
                    Kind.Web => "nginx",
                    Kind.Api or Kind.Batch => "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4",
                    _ => throw new ArgumentOutOfRangeException(nameof(kind)),
                }),
            });
        }
    }

    private IRole? RoleOf(Kind kind)
    {
        switch (kind)
        {
            case Kind.Web:
                return null;
            case Kind.Api:
                var role = new Role(this, "ApiExecution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
                role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
                return role;
            default:
                return new Role(this, $"{kind}Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
