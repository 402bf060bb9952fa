// Of three workers on a queue, one took its URI from another repository than the one granted.
// expect: refund/QueueProcessingTaskDef: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Constructs;

namespace Cases.Programs.PatternsOneForgotten;

public class WorkersStack : Stack
{
    public WorkersStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });
        var workers = new (string Name, string Image)[] { ("charge", "workers/charge"), ("refund", "workers/refund-v2"), ("settle", "workers/settle") };
        foreach (var (name, image) in workers)
        {
            var worker = new QueueProcessingFargateService(this, name, new QueueProcessingFargateServiceProps
            {
                Cluster = cluster,
                Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/{image}:live"),
                MaxScalingCapacity = 4,
                Environment = new Dictionary<string, string> { ["WORKER"] = name },
            });
            Repository.FromRepositoryName(this, $"{name}-repository", $"workers/{name}").GrantPull(worker.TaskDefinition.ExecutionRole!);
        }
    }
}

public static class Program
{
    public static void Build(App app) => new WorkersStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
