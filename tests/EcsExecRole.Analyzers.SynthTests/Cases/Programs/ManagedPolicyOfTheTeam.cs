// A managed policy of the team's, attached to two roles, one of them L1.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.Programs.ManagedPolicyOfTheTeam;

public class TeamStack : Stack
{
    public TeamStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var policy = new ManagedPolicy(this, "TeamExecution", new ManagedPolicyProps { ManagedPolicyName = "team-execution" });
        policy.AddStatements(
            new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] }),
            new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Resources = [$"arn:aws:ecr:{Region}:{Account}:repository/team/*"] }),
            new PolicyStatement(new PolicyStatementProps { Actions = ["logs:*"], Resources = [$"arn:aws:logs:{Region}:{Account}:log-group:/team/*:*"] }));
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        policy.AttachToRole(role);
        var l1 = new CfnRole(this, "OldExecution", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new PolicyDocument(new PolicyDocumentProps
            {
                Statements = [new PolicyStatement(new PolicyStatementProps { Actions = ["sts:AssumeRole"], Principals = [new ServicePrincipal("ecs-tasks.amazonaws.com")] })],
            }),
            ManagedPolicyArns = new[] { policy.ManagedPolicyArn },
        });
        _ = new LogGroup(this, "Logs", new LogGroupProps { LogGroupName = "/team/app" });
        foreach (var (name, arn) in new[] { ("New", role.RoleArn), ("Old", l1.AttrArn) })
        {
            _ = new CfnTaskDefinition(this, name, new CfnTaskDefinitionProps
            {
                RequiresCompatibilities = ["FARGATE"],
                NetworkMode = "awsvpc",
                Cpu = "256",
                Memory = "512",
                ExecutionRoleArn = arn,
                ContainerDefinitions = new[]
                {
                    new CfnTaskDefinition.ContainerDefinitionProperty
                    {
                        Name = "app",
                        Image = $"{Account}.dkr.ecr.{Region}.amazonaws.com/team/app:1",
                        LogConfiguration = new CfnTaskDefinition.LogConfigurationProperty
                        {
                            LogDriver = "awslogs",
                            Options = new Dictionary<string, string> { ["awslogs-group"] = "/team/app", ["awslogs-region"] = Region, ["awslogs-stream-prefix"] = "app" },
                        },
                    },
                },
            });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new TeamStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
