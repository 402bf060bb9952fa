// A nested stack gets the secret as a parameter.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Shapes.NestedStackSecret;

public class Workload : NestedStack
{
    public Workload(Construct scope, string id, SM.ISecret secret) : base(scope, id)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["DB"] = Secret.FromSecretsManager(secret, "password") },
        });
    }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id) : base(scope, id) => new Workload(this, "Workload", new SM.Secret(this, "Db"));
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
