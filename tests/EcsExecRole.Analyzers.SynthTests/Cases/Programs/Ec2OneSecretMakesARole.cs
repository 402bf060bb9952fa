// On EC2; the secret makes an execution role, and with it the logs become that role's.
// expect: reporter: missing logs:CreateLogStream, logs:PutLogEvents; info missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.Ec2OneSecretMakesARole;

public class InstancesStack : Stack
{
    public InstancesStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var group = new LogGroup(this, "Logs", new LogGroupProps { LogGroupName = "/ec2/legacy" });
        foreach (var (name, secret) in new[] { ("collector", (string?)null), ("reporter", "reporter/token") })
        {
            var task = new Ec2TaskDefinition(this, name);
            var container = task.AddContainer(name, new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/legacy/{name}"),
                MemoryReservationMiB = 128,
                Logging = new GenericLogDriver(new GenericLogDriverProps
                {
                    LogDriver = "awslogs",
                    Options = new Dictionary<string, string> { ["awslogs-group"] = group.LogGroupName, ["awslogs-region"] = Region },
                }),
            });
            if (secret is not null)
            {
                container.AddSecret("TOKEN", Secret.FromSecretsManager(SM.Secret.FromSecretNameV2(this, "Token", secret)));
            }
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
