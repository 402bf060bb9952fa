using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.RDS;
using Storefront.Configuration;
using EcsSecret = Amazon.CDK.AWS.ECS.Secret;

namespace Storefront.Constructs;

/// <summary>How we put a container into a task definition, so that all services log and connect alike.</summary>
internal static class TaskDefinitionExtensions
{
    /// <summary>Adds the container of an HTTP service that listens on port 8080 and logs to the shared group.</summary>
    public static ContainerDefinition AddHttpContainer(
        this TaskDefinition taskDefinition,
        string name,
        ContainerImage image,
        ILogGroup logs,
        Action<ContainerDefinitionOptions>? configure = null)
    {
        var options = new ContainerDefinitionOptions
        {
            ContainerName = name,
            Image = image,
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { LogGroup = logs, StreamPrefix = name }),
            PortMappings = [new PortMapping { ContainerPort = 8080 }],
            HealthCheck = new HealthCheck { Command = ["CMD-SHELL", "wget -q -O- http://localhost:8080/healthz || exit 1"] },
        };
        configure?.Invoke(options);
        return taskDefinition.AddContainer(name, options);
    }

    /// <summary>Adds the container of a queue worker. Each worker writes to a group of its own, which Docker's log driver makes.</summary>
    public static ContainerDefinition AddWorkerContainer(
        this TaskDefinition taskDefinition,
        WorkerSettings worker,
        ContainerImage image,
        StorefrontEnvironment target)
    {
        return taskDefinition.AddContainer(worker.Name, new ContainerDefinitionOptions
        {
            Image = image,
            Command = ["dotnet", "Worker.dll", worker.Name],
            Environment = new Dictionary<string, string> { ["STAGE"] = target.Stage },
            Logging = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string>
                {
                    ["awslogs-group"] = worker.LogGroupName(target),
                    ["awslogs-create-group"] = "true",
                    ["awslogs-region"] = target.Region,
                    ["awslogs-stream-prefix"] = worker.Name,
                },
            }),
        });
    }

    /// <summary>Hands the generated credentials of the database to a container, one variable for each field.</summary>
    public static ContainerDefinition ConnectTo(this ContainerDefinition container, DatabaseInstance database)
    {
        foreach (var (variable, field) in new[] { ("PGHOST", "host"), ("PGUSER", "username"), ("PGPASSWORD", "password") })
        {
            container.AddSecret(variable, EcsSecret.FromSecretsManager(database.Secret!, field));
        }

        return container;
    }
}
