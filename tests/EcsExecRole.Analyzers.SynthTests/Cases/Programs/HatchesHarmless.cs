// Escape hatches of every kind around the task definition, none of which touches what ECS needs.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.HatchesHarmless;

public class HatchStack : Stack
{
    public HatchStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            Secrets = new Dictionary<string, Secret> { ["TOKEN"] = Secret.FromSecretsManager(new SM.Secret(this, "Token")) },
        });
        var resource = (CfnTaskDefinition)task.Node.DefaultChild!;
        resource.AddPropertyOverride("ContainerDefinitions.0.StopTimeout", 90);
        resource.AddPropertyOverride("ContainerDefinitions.0.LogConfiguration.Options.mode", "non-blocking");
        resource.AddOverride("DeletionPolicy", "Retain");
        resource.AddOverride("Metadata.cfn_nag.rules_to_suppress", new[] { new Dictionary<string, object> { ["id"] = "W28" } });
        resource.AddDeletionOverride("Properties.Tags");
        resource.OverrideLogicalId("AppTask");
        resource.AddDependency((CfnRepository)((Repository)Node.FindChild("Repository")).Node.DefaultChild!);
        var role = (CfnRole)task.ObtainExecutionRole().Node.DefaultChild!;
        role.AddPropertyOverride("Path", "/ecs/");
        role.AddPropertyOverride("MaxSessionDuration", 7200);
        ((CfnRole)task.TaskRole.Node.DefaultChild!).AddPropertyDeletionOverride("Description");
    }
}

public static class Program
{
    public static void Build(App app) => new HatchStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
