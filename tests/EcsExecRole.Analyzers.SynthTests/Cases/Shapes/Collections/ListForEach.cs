// Policies are added by ForEach over a list; the one for logs is missing.
// expect: Task: missing logs:CreateLogStream, logs:PutLogEvents
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.ListForEach;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        new[] { "AmazonEC2ContainerRegistryReadOnly", "AmazonSSMReadOnlyAccess" }
            .Select(ManagedPolicy.FromAwsManagedPolicyName)
            .ToList()
            .ForEach(role.AddManagedPolicy);
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role }).AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4"),
            Logging = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = "us-east-1" },
            }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
