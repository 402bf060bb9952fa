// Immutable and frozen collections hold policies and images.
// expect: clean
using System.Collections.Frozen;
using System.Collections.Immutable;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.ImmutableAndFrozen;

public class ServiceStack : Stack
{
    private static readonly FrozenDictionary<string, string> Images = new Dictionary<string, string>
    {
        ["api"] = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly ImmutableArray<string> Policies = ImmutableArray.Create("CloudWatchLogsFullAccess").Add("AmazonEC2ContainerRegistryReadOnly");

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        foreach (var policy in Policies)
        {
            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(policy));
        }

        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(Images["API"]) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
