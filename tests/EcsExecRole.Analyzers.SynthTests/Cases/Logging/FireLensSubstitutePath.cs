// An explicit router keeps CDK from adding one: its public image needs nothing, the app's secret option does.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Logging.FireLensSubstitutePath;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddFirelensLogRouter("router", new FirelensLogRouterDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("public.ecr.aws/aws-observability/aws-for-fluent-bit:stable"),
            FirelensConfig = new FirelensConfig { Type = FirelensLogRouterType.FLUENTBIT },
        });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.Firelens(new FireLensLogDriverProps { SecretOptions = new Dictionary<string, Secret> { ["apikey"] = Secret.FromSecretsManager(new SM.Secret(this, "Key"), "api") } }),
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
