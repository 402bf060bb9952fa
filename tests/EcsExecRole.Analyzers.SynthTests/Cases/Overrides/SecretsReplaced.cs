// The rendered secrets are others than those that CDK granted.
// expect: Task: missing secretsmanager:GetSecretValue
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using EcsSecret = Amazon.CDK.AWS.ECS.Secret;
using Secret = Amazon.CDK.AWS.SecretsManager.Secret;

namespace Cases.Overrides.SecretsReplaced;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, EcsSecret> { ["KEY"] = EcsSecret.FromSecretsManager(Secret.FromSecretNameV2(this, "Granted", "shop/granted")) },
        });
        ((CfnTaskDefinition)task.Node.DefaultChild!).AddOverride("Properties.ContainerDefinitions.0.Secrets", new object[]
        {
            new Dictionary<string, object> { ["Name"] = "KEY", ["ValueFrom"] = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/other-a1B2c3" },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
