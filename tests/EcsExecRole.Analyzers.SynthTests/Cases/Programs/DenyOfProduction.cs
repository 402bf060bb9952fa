// Test roles must not read production's secrets; the test stack reads one by mistake.
// expect: Shop-test/Task: missing secretsmanager:GetSecretValue
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.DenyOfProduction;

public class ShopStack : Stack
{
    public ShopStack(Construct scope, string stage, IStackProps props) : base(scope, $"Shop-{stage}", props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("shop", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Repository", "shop")),
            Secrets = new Dictionary<string, Secret>
            {
                ["DB"] = FromName($"{stage}/shop/db"),
                ["PARTNER"] = FromName("prod/shop/partner"),
            },
        });
        foreach (var other in new[] { "test", "prod" }.Except([stage]))
        {
            task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps
            {
                Sid = "Not" + other,
                Effect = Effect.DENY,
                Actions = ["secretsmanager:*"],
                Resources = [$"arn:aws:secretsmanager:*:{Account}:secret:{other}/*"],
            }));
        }
    }

    private Secret FromName(string name) => Secret.FromSecretsManager(SM.Secret.FromSecretNameV2(this, name.Replace("/", ""), name));
}

public static class Program
{
    public static void Build(App app)
    {
        var props = new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } };
        Array.ForEach(["test", "prod"], (string stage) => _ = new ShopStack(app, stage, props));
    }
}
