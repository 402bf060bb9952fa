// Services grouped by team, a role for each team.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.RolePerTeam;

public sealed record Service(string Name, string Team, bool Public = false);

public class TeamsStack : Stack
{
    private static readonly Service[] Services =
    [
        new("cart", "sales"), new("offers", "sales"), new("ledger", "finance"), new("status", "platform", Public: true),
    ];

    public TeamsStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var roles = Services.Where(service => !service.Public).GroupBy(service => service.Team).ToDictionary(group => group.Key, RoleOf);
        foreach (var service in Services)
        {
            var task = new FargateTaskDefinition(this, service.Name, new FargateTaskDefinitionProps { ExecutionRole = roles.GetValueOrDefault(service.Team) });
            task.AddContainer(service.Name, new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry(service.Public ? "public.ecr.aws/acme/status:1" : $"{Account}.dkr.ecr.{Region}.amazonaws.com/{service.Team}/{service.Name}:1"),
            });
        }
    }

    private IRole RoleOf(IGrouping<string, Service> team)
    {
        var role = new Role(this, $"{team.Key}-execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = team.Select(service => $"arn:aws:ecr:{Region}:{Account}:repository/{team.Key}/{service.Name}").ToArray(),
        }));
        return role;
    }
}

public static class Program
{
    public static void Build(App app) => new TeamsStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
