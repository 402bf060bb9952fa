// An imported task definition has what it has; only the other one is judged.
// expect: clean
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Tasks.Imported;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });
        var imported = FargateTaskDefinition.FromFargateTaskDefinitionAttributes(this, "Imported", new FargateTaskDefinitionAttributes
        {
            TaskDefinitionArn = "arn:aws:ecs:us-east-1:111111111111:task-definition/legacy:3",
            NetworkMode = Amazon.CDK.AWS.ECS.NetworkMode.AWS_VPC,
            TaskRole = Role.FromRoleName(this, "Legacy", "legacy"),
        });
        _ = new FargateService(this, "Old", new FargateServiceProps { Cluster = cluster, TaskDefinition = Own() });
        _ = imported.TaskDefinitionArn;
    }

    private FargateTaskDefinition Own()
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
        return task;
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
