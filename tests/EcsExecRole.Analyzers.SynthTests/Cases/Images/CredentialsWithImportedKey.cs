// The registry's credentials are encrypted with a key that CDK cannot write to.
// cmk: registry=arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666
// expect: Task: missing kms:Decrypt
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Images.CredentialsWithImportedKey;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var secret = SM.Secret.FromSecretAttributes(this, "Registry", new SM.SecretAttributes
        {
            SecretCompleteArn = "arn:aws:secretsmanager:us-east-1:111111111111:secret:registry-a1B2c3",
            EncryptionKey = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666"),
        });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("registry.example.com/app", new RepositoryImageProps { Credentials = secret }) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
