using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Storefront.Configuration;
using Storefront.Constructs;
using EcsSecret = Amazon.CDK.AWS.ECS.Secret;

namespace Storefront.Stacks;

/// <summary>The workers behind the queues: one image, started once for each kind of message.</summary>
public sealed class WorkerStack : Stack
{
    private readonly StorefrontEnvironment _target;

    public WorkerStack(Construct scope, string id, ServiceStackProps props)
        : base(scope, id, props)
    {
        _target = props.Target;

        WorkerSettings[] workers =
        [
            new("order-fulfilment", props.Data.OrderQueue, Cpu: 512, MemoryMiB: 1024, Count: _target.IsProduction ? 3 : 1),
            new("email", props.Data.EmailQueue, Cpu: 256, MemoryMiB: 512, Count: 1),
            new("search-indexer", props.Data.IndexQueue, Cpu: 1024, MemoryMiB: 2048, Count: 1),
        ];

        foreach (var worker in workers)
        {
            var taskDefinition = new FargateTaskDefinition(this, $"{worker.Name}-task", new FargateTaskDefinitionProps
            {
                Cpu = worker.Cpu,
                MemoryLimitMiB = worker.MemoryMiB,
                ExecutionRole = CreateExecutionRole(worker),
            });
            var image = ContainerImage.FromEcrRepository(props.Platform.WorkerRepository, _target.ImageTag);
            var container = taskDefinition.AddWorkerContainer(worker, image, _target);
            container.AddEnvironment("QUEUE_URL", worker.Queue.QueueUrl);
            worker.Queue.GrantConsumeMessages(taskDefinition.TaskRole);

            if (worker.Name == "email")
            {
                container.AddSecret("SMTP_PASSWORD", EcsSecret.FromSecretsManager(props.Data.SmtpSecret));
            }

            _ = new FargateService(this, $"{worker.Name}-service", new FargateServiceProps
            {
                Cluster = props.Platform.Cluster,
                ServiceName = _target.Name(worker.Name),
                TaskDefinition = taskDefinition,
                DesiredCount = worker.Count,
            });
        }
    }

    /// <summary>CDK takes care of the image; the generic log driver is told here where it may write.</summary>
    private Role CreateExecutionRole(WorkerSettings worker)
    {
        var role = ExecutionRoles.ForService(this, $"{worker.Name}-execution-role", worker.Name);
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = [$"arn:aws:logs:{_target.Region}:{_target.Account}:log-group:{worker.LogGroupName(_target)}:*"],
        }));
        return role;
    }
}
