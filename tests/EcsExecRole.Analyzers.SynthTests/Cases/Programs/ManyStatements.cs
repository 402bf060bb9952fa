// So many statements that CDK moves some into a policy of its own; none is lost.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.ManyStatements;

public class ManyStack : Stack
{
    public ManyStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        for (var number = 0; number < 120; number++)
        {
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Sid = $"Shard{number:D3}",
                Actions = ["secretsmanager:GetSecretValue"],
                Resources = [$"arn:aws:secretsmanager:{Region}:{Account}:secret:shards/with/a/rather/long/name/{number:D3}-??????"],
            }));
        }

        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = ["FARGATE"],
            NetworkMode = "awsvpc",
            Cpu = "256",
            Memory = "512",
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = Enumerable.Range(0, 120).Where(number => number % 40 == 7).Select(number => new CfnTaskDefinition.ContainerDefinitionProperty
            {
                Name = $"shard{number}",
                Image = "ghcr.io/acme/shard:1",
                Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "KEY", ValueFrom = $"arn:aws:secretsmanager:{Region}:{Account}:secret:shards/with/a/rather/long/name/{number:D3}-a1B2c3" } },
            }).ToArray(),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ManyStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
