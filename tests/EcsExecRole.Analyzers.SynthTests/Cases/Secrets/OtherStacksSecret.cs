// A secret of another stack comes by import, and so does the grant.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Secrets.OtherStacksSecret;

public class DataStack : Stack
{
    public SM.ISecret Db { get; }

    public DataStack(Construct scope, string id) : base(scope, id) => Db = new SM.Secret(this, "Db");
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, DataStack data) : base(scope, id)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["DB"] = Secret.FromSecretsManager(data.Db, "password") },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new DataStack(app, "Data"));
}
