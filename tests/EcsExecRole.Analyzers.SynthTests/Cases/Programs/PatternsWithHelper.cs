// Patterns by URI; a helper of the team grants the pull on whatever pattern it gets.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Constructs;

namespace Cases.Programs.PatternsWithHelper;

public static class PatternGrants
{
    public static T PullingFrom<T>(this T pattern, IRepository repository) where T : Construct
    {
        var task = pattern switch
        {
            ApplicationLoadBalancedFargateService web => web.TaskDefinition,
            QueueProcessingFargateService queue => queue.TaskDefinition,
            ScheduledFargateTask scheduled => scheduled.TaskDefinition,
            _ => throw new ArgumentException($"{typeof(T).Name} has no task definition", nameof(pattern)),
        };
        repository.GrantPull(task.ObtainExecutionRole());
        return pattern;
    }
}

public class PatternStack : Stack
{
    public PatternStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });
        var repository = Repository.FromRepositoryName(this, "Repository", "retail/all");
        var image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/retail/all:12");
        _ = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps
        {
            Cluster = cluster,
            PublicLoadBalancer = false,
            TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { Image = image, ContainerPort = 8080 },
        }).PullingFrom(repository);
        _ = new QueueProcessingFargateService(this, "Queue", new QueueProcessingFargateServiceProps { Cluster = cluster, Image = image }).PullingFrom(repository);
        _ = new ScheduledFargateTask(this, "Nightly", new ScheduledFargateTaskProps
        {
            Cluster = cluster,
            Schedule = Amazon.CDK.AWS.ApplicationAutoScaling.Schedule.Cron(new Amazon.CDK.AWS.ApplicationAutoScaling.CronOptions { Hour = "3", Minute = "0" }),
            ScheduledFargateTaskImageOptions = new ScheduledFargateTaskImageOptions { Image = image, Command = ["./nightly"] },
        }).PullingFrom(repository);
    }
}

public static class Program
{
    public static void Build(App app) => new PatternStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
