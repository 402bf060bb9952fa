// The role is allowed everything but IAM and KMS; the secret's key is imported.
// expect: Task: missing kms:Decrypt
// cmk: legacy/token=arn:aws:kms:us-east-1:111111111111:key/11111111-aaaa-bbbb-cccc-000000000001
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.NotActionLeavesOutKms;

public class LegacyStack : Stack
{
    public LegacyStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var statement = new PolicyStatement(new PolicyStatementProps { NotActions = ["iam:*"], Resources = ["*"] });
        statement.AddNotActions("kms:*");
        role.AddToPolicy(statement);
        var secret = SM.Secret.FromSecretAttributes(this, "Token", new SM.SecretAttributes
        {
            SecretPartialArn = "arn:aws:secretsmanager:us-east-1:111111111111:secret:legacy/token",
            EncryptionKey = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/11111111-aaaa-bbbb-cccc-000000000001"),
        });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/legacy/app:stable"),
            Secrets = new Dictionary<string, Secret> { ["TOKEN"] = Secret.FromSecretsManager(secret) },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new LegacyStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
