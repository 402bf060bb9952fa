// What runs a task definition grants its caller only.
// expect: Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Patterns.Runners;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });

        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4"), Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }) });
        _ = new Amazon.CDK.AWS.Events.Rule(this, "Rule", new Amazon.CDK.AWS.Events.RuleProps
        {
            Schedule = Amazon.CDK.AWS.Events.Schedule.Rate(Duration.Days(1)),
            Targets = new Amazon.CDK.AWS.Events.IRuleTarget[] { new Amazon.CDK.AWS.Events.Targets.EcsTask(new Amazon.CDK.AWS.Events.Targets.EcsTaskProps { Cluster = cluster, TaskDefinition = task }) },
        });
        var run = new Amazon.CDK.AWS.StepFunctions.Tasks.EcsRunTask(this, "Run", new Amazon.CDK.AWS.StepFunctions.Tasks.EcsRunTaskProps
        {
            Cluster = cluster,
            TaskDefinition = task,
            LaunchTarget = new Amazon.CDK.AWS.StepFunctions.Tasks.EcsFargateLaunchTarget(),
        });
        _ = new Amazon.CDK.AWS.StepFunctions.StateMachine(this, "Machine", new Amazon.CDK.AWS.StepFunctions.StateMachineProps { DefinitionBody = Amazon.CDK.AWS.StepFunctions.DefinitionBody.FromChainable(run) });
        task.GrantRun(new Role(this, "Caller", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") }));
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
