// Enumerable.Range makes shards; the statement covers them by a pattern with a question mark.
// expect: Shard10: missing ssm:GetParameters
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.RangeOfShards;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "ssm:GetParameters" },
            Resources = new[] { "arn:aws:ssm:us-east-1:111111111111:parameter/shard/?" },
        }));
        foreach (var shard in Enumerable.Range(8, 3))
        {
            _ = new CfnTaskDefinition(this, "Shard" + shard, new CfnTaskDefinitionProps
            {
                RequiresCompatibilities = new[] { "FARGATE" },
                ExecutionRoleArn = role.RoleArn,
                ContainerDefinitions = new[]
                {
                    new CfnTaskDefinition.ContainerDefinitionProperty
                    {
                        Name = "app",
                        Image = "nginx",
                        Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "SHARD", ValueFrom = $"/shard/{shard}" } },
                    },
                },
            });
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
