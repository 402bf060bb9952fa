// A replicated secret with a key of the program's own.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Secrets.ReplicatedSecret;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var secret = new SM.Secret(this, "Db", new SM.SecretProps { EncryptionKey = new Key(this, "Key"), ReplicaRegions = new SM.IReplicaRegion[] { new SM.ReplicaRegion { Region = "eu-west-1" } } });
        secret.AddReplicaRegion("eu-central-1");

        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(secret) },
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
