// The password that RDS manages, with the default key: nothing more is needed than reading it.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.RDS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;
using System.Collections.Generic;

namespace Cases.Secrets.RdsManagedPasswordDefaultKey;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var database = new CfnDBInstance(this, "Db", new CfnDBInstanceProps { Engine = "postgres", DbInstanceClass = "db.t4g.small", AllocatedStorage = "20", MasterUsername = "shop", ManageMasterUserPassword = true });
        var secret = SM.Secret.FromSecretCompleteArn(this, "Password", database.AttrMasterUserSecretSecretArn);
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(secret, "password") },
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
