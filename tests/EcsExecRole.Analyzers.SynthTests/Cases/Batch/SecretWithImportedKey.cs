// A Batch secret whose key is imported.
// expect: Job: missing kms:Decrypt
using System.Collections.Generic;
using Amazon.CDK.AWS.Batch;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Batch.SecretWithImportedKey;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var secret = new SM.Secret(this, "Key", new SM.SecretProps { EncryptionKey = Amazon.CDK.AWS.KMS.Key.FromKeyArn(this, "Imported", "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666") });
        _ = new EcsJobDefinition(this, "Job", new EcsJobDefinitionProps
        {
            Container = new EcsEc2ContainerDefinition(this, "Container", new EcsEc2ContainerDefinitionProps
            {
                Image = Amazon.CDK.AWS.ECS.ContainerImage.FromRegistry("nginx"),
                Cpu = 1,
                Memory = Size.Mebibytes(512),
                Secrets = new Dictionary<string, Amazon.CDK.AWS.Batch.Secret> { ["KEY"] = Amazon.CDK.AWS.Batch.Secret.FromSecretsManager(secret) },
            }),
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
