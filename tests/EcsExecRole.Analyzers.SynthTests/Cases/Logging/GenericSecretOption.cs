// A secret option of a driver by name is granted like any other.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Logging.GenericSecretOption;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "splunk",
                Options = new Dictionary<string, string> { ["splunk-url"] = "https://splunk.example.com" },
                SecretOptions = new Dictionary<string, Secret> { ["splunk-token"] = Secret.FromSecretsManager(new SM.Secret(this, "Token")) },
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
