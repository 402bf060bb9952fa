// A database that uses an imported secret hands it on as it is.
// cmk: shop/db=arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666
// expect: Task: missing kms:Decrypt
using System.Collections.Generic;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.RDS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Secrets.CredentialsFromImportedSecret;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var imported = SM.Secret.FromSecretAttributes(this, "Imported", new SM.SecretAttributes { SecretCompleteArn = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/db-a1B2c3", EncryptionKey = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666") });
        var db = new DatabaseInstance(this, "Db", new DatabaseInstanceProps
        {
            Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_16_3 }),
            Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }),
            Credentials = Credentials.FromSecret(imported),
        });

        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(db.Secret!, "password") },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
