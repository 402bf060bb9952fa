// The role that is found again lacks what both need.
// expect: A: missing logs:CreateLogStream, logs:PutLogEvents
// expect: B: missing logs:CreateLogStream, logs:PutLogEvents
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.SingletonRoleLacks;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        foreach (var name in new[] { "A", "B" })
        {
            var task = new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = Shared() });
            task.AddContainer("app", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry("nginx"),
                Logging = new GenericLogDriver(new GenericLogDriverProps { LogDriver = "awslogs", Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = Region, ["awslogs-stream-prefix"] = name } }),
            });
        }
    }

    private IRole Shared() => Node.TryFindChild("Shared") as Role ?? new Role(this, "Shared", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
