// The role may decrypt with any key of the account as long as Secrets Manager or the parameter store asks.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SSM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.KeysByViaService;

public static class Decryption
{
    public static PolicyStatement Through(Stack stack, params string[] services) => new(new PolicyStatementProps
    {
        Actions = ["kms:Decrypt"],
        Resources = [$"arn:{stack.Partition}:kms:{stack.Region}:{stack.Account}:key/*"],
        Conditions = new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, object> { ["kms:ViaService"] = services.Select(service => $"{service}.{stack.Region}.amazonaws.com").ToArray() },
        },
    });
}

public class KeyStack : Stack
{
    public KeyStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var key = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/11111111-aaaa-bbbb-cccc-000000000001");
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Secrets = new Dictionary<string, Secret>
            {
                ["TOKEN"] = Secret.FromSecretsManager(new SM.Secret(this, "Token", new SM.SecretProps { EncryptionKey = key })),
                ["LIMIT"] = Secret.FromSsmParameter(StringParameter.FromSecureStringParameterAttributes(this, "Limit", new SecureStringParameterAttributes
                {
                    ParameterName = "/app/limit",
                    EncryptionKey = Alias.FromAliasName(this, "Alias", "alias/app"),
                })),
            },
        });
        task.AddToExecutionRolePolicy(Decryption.Through(this, "secretsmanager", "ssm"));
    }
}

public static class Program
{
    public static void Build(App app) => new KeyStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
