// On EC2 the instance's role pulls and logs; no execution role, nothing to report.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.Programs.Ec2WithoutRole;

public class InstancesStack : Stack
{
    public InstancesStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var group = new LogGroup(this, "Logs", new LogGroupProps { LogGroupName = "/ec2/legacy" });
        foreach (var name in new[] { "collector", "reporter" })
        {
            var task = new Ec2TaskDefinition(this, name, new Ec2TaskDefinitionProps { NetworkMode = NetworkMode.BRIDGE });
            task.AddToTaskRolePolicy(new PolicyStatement(new PolicyStatementProps { Actions = ["s3:GetObject"], Resources = ["arn:aws:s3:::legacy/*"] }));
            task.AddContainer(name, new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/legacy/{name}"),
                MemoryReservationMiB = 128,
                Logging = new GenericLogDriver(new GenericLogDriverProps
                {
                    LogDriver = "awslogs",
                    Options = new Dictionary<string, string> { ["awslogs-group"] = group.LogGroupName, ["awslogs-region"] = Region },
                }),
            });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new InstancesStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
