// L1 with a team's wide statements: regions, accounts and suffixes are wildcards.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.TeamWildcards;

public sealed record Team(string Name, string[] Secrets, string[] Parameters);

public class TeamStack : Stack
{
    public TeamStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var team = new Team("atlas", ["atlas-db", "atlas-bus"], ["/atlas/limit", "/atlas/region/eu"]);
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["secretsmanager:Get*", "ssm:Get*"],
            Resources = [$"arn:*:secretsmanager:*:*:secret:{team.Name}-*", $"arn:aws:ssm:*:*:parameter/{team.Name}/*"],
        }));
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            Family = team.Name,
            RequiresCompatibilities = ["FARGATE"],
            NetworkMode = "awsvpc",
            Cpu = "256",
            Memory = "512",
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = $"{Account}.dkr.ecr.{Region}.amazonaws.com/{team.Name}/app:1",
                    Secrets = team.Secrets.Select(name => new CfnTaskDefinition.SecretProperty { Name = name.ToUpper(), ValueFrom = $"arn:aws:secretsmanager:{Region}:{Account}:secret:{name}-a1B2c3" })
                        .Concat(team.Parameters.Select((name, index) => new CfnTaskDefinition.SecretProperty { Name = $"PARAMETER_{index}", ValueFrom = $"arn:aws:ssm:{Region}:{Account}:parameter{name}" }))
                        .ToArray(),
                },
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new TeamStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
