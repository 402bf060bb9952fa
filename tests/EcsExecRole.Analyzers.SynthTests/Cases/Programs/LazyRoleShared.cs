// The role is a Lazy that the first of several services makes.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.LazyRoleShared;

public class LazyStack : Stack
{
    private readonly Lazy<Role> _execution;
    private readonly Lazy<IManagedPolicy> _policy;

    public LazyStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        _policy = new Lazy<IManagedPolicy>(() => ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        _execution = new Lazy<Role>(() =>
        {
            var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            role.AddManagedPolicy(_policy.Value);
            return role;
        });
        foreach (var name in Enumerable.Range(1, 3).Select(number => $"Shard{number}"))
        {
            AddShard(name);
        }
    }

    private void AddShard(string name)
    {
        var task = new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps
        {
            ExecutionRole = _execution.Value,
            TaskRole = new Role(this, name + "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }),
        });
        task.AddContainer("shard", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(string.Format("{0}.dkr.ecr.{1}.amazonaws.com/shards:{2}", Account, Region, name.ToLower())),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = name, Mode = AwsLogDriverMode.NON_BLOCKING }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new LazyStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
