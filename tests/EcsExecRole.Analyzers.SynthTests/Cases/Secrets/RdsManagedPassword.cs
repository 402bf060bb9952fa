// The password that RDS manages, with a key of one's own that the secret does not tell CDK of.
// expect: Task: missing kms:Decrypt
using System.Collections.Generic;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.RDS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Secrets.RdsManagedPassword;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var database = new CfnDBCluster(this, "Db", new CfnDBClusterProps
        {
            Engine = "aurora-postgresql",
            MasterUsername = "shop",
            ManageMasterUserPassword = true,
            MasterUserSecret = new CfnDBCluster.MasterUserSecretProperty { KmsKeyId = "arn:aws:kms:us-east-1:111111111111:key/0a1b2c3d-1111-2222-3333-444455556666" },
        });
        var secret = SM.Secret.FromSecretCompleteArn(this, "Password", database.AttrMasterUserSecretSecretArn);
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Amazon.CDK.AWS.ECS.Secret.FromSecretsManager(secret, "password") },
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
