// An own collection type with an indexer and an enumerator holds the services' roles.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.IndexerOfOwnType;

public sealed class RoleSet(Construct scope) : IEnumerable<Role>
{
    private readonly Dictionary<string, Role> _roles = [];

    public Role this[string name]
    {
        get
        {
            if (!_roles.TryGetValue(name, out var role))
            {
                role = new Role(scope, name, new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
                _roles.Add(name, role);
            }

            return role;
        }
    }

    public IEnumerator<Role> GetEnumerator() => _roles.Values.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var roles = new RoleSet(this);
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = roles["api"] })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
        foreach (var role in roles)
        {
            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
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
