// The secret moved to another region with its key; the grant still names the key of this one.
// expect: Task: missing kms:Decrypt
// cmk: crm/token=arn:aws:kms:us-west-2:111111111111:key/11111111-aaaa-bbbb-cccc-000000000001
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.KeyOfTheOtherRegion;

public sealed record RegionSettings(string Region, string KeyId)
{
    public string KeyArn(string account) => $"arn:aws:kms:{Region}:{account}:key/{KeyId}";

    public string SecretArn(string account, string name) => $"arn:aws:secretsmanager:{Region}:{account}:secret:{name}-a1B2c3";
}

public class RegionalStack : Stack
{
    private static readonly RegionSettings Home = new("us-east-1", "11111111-aaaa-bbbb-cccc-000000000001");
    private static readonly RegionSettings Recovery = Home with { Region = "us-west-2" };

    public RegionalStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var secret = SM.Secret.FromSecretAttributes(this, "Token", new SM.SecretAttributes
        {
            SecretCompleteArn = Recovery.SecretArn(Account, "crm/token"),
            EncryptionKey = Key.FromKeyArn(this, "RecoveryKey", Recovery.KeyArn(Account)),
        });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("crm", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Secrets = new Dictionary<string, Secret> { ["TOKEN"] = Secret.FromSecretsManager(secret) },
        });
        Key.FromKeyArn(this, "HomeKey", Home.KeyArn(Account)).GrantDecrypt(task.ObtainExecutionRole());
    }
}

public static class Program
{
    public static void Build(App app) => new RegionalStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
