// AddSecret on the container grants too.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Secrets.AddSecretLater;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var secret = new SM.Secret(this, "Db");
        var task = new FargateTaskDefinition(this, "Task");
        var container = task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
        });
        container.AddSecret("DB", Secret.FromSecretsManager(secret));
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
