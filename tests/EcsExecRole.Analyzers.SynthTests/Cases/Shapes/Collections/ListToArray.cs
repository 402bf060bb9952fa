// ManagedPolicies as a list turned into an array, the way many apps write it.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.ListToArray;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var policies = new List<IManagedPolicy> { ManagedPolicy.FromAwsManagedPolicyName("CloudWatchLogsFullAccess") };
        policies.AddRange(new[] { "AmazonEC2ContainerRegistryReadOnly" }.Select(name => ManagedPolicy.FromAwsManagedPolicyName(name)));
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), ManagedPolicies = policies.ToArray() });
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role }).AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4"),
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
