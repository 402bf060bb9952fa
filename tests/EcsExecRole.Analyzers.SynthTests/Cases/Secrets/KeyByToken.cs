// The key's ARN is imported from another stack's export, and so it is in the statement.
// value: KeyArn=arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Secrets.KeyByToken;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var secret = new SM.Secret(this, "Db", new SM.SecretProps { EncryptionKey = Key.FromKeyArn(this, "Key", Fn.ImportValue("KeyArn")) });

        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(secret) },
        });

        task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "kms:Decrypt" }, Resources = new[] { Fn.ImportValue("KeyArn") } }));
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
