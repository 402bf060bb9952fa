// The statement ends the team's name with a slash, the secrets with a hyphen.
// expect: Task: missing secretsmanager:GetSecretValue
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.TeamWildcardsOtherSeparator;

public sealed record Team(string Name, params string[] Secrets);

public class TeamStack : Stack
{
    public TeamStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var team = new Team("atlas", "db", "bus");
        var role = new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = new List<IManagedPolicy> { ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy") }.ToArray(),
        });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["secretsmanager:Get*"],
            Resources = [FormatArn(new ArnComponents { Service = "secretsmanager", Resource = "secret", ResourceName = $"{team.Name}/*", ArnFormat = ArnFormat.COLON_RESOURCE_NAME })],
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
                    Secrets = team.Secrets
                        .Select(name => new CfnTaskDefinition.SecretProperty { Name = name.ToUpper(), ValueFrom = $"arn:aws:secretsmanager:{Region}:{Account}:secret:{team.Name}-{name}-a1B2c3" })
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
