using Amazon.CDK;
using Amazon.CDK.AWS.ApplicationAutoScaling;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Storefront.Configuration;
using Storefront.Constructs;
using EcsSecret = Amazon.CDK.AWS.ECS.Secret;

namespace Storefront.Stacks;

/// <summary>Tasks that run on a schedule, and those that the pipeline or an operator starts.</summary>
public sealed class JobStack : Stack
{
    public JobStack(Construct scope, string id, ServiceStackProps props)
        : base(scope, id, props)
    {
        AddNightlyReport(props);
        AddCartReminder(props);
        AddMigration(props);
        AddMediaImport(props);
    }

    /// <summary>Yesterday's sales, for finance.</summary>
    private void AddNightlyReport(ServiceStackProps props)
    {
        var taskDefinition = new FargateTaskDefinition(this, "NightlyReportTask", new FargateTaskDefinitionProps
        {
            Cpu = 512,
            MemoryLimitMiB = 2048,
            ExecutionRole = ExecutionRoles.ForJob(this, "NightlyReportExecutionRole", "nightly-report"),
        });
        taskDefinition
            .AddContainer("report", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromEcrRepository(props.Platform.ReportRepository, props.Target.ImageTag),
                Command = ["dotnet", "Reports.dll", "sales", "--yesterday"],
                Logging = LogDriver.AwsLogs(new AwsLogDriverProps { LogGroup = props.Platform.ServiceLogs, StreamPrefix = "nightly-report" }),
            })
            .ConnectTo(props.Data.Database);

        _ = new ScheduledFargateTask(this, "NightlyReport", new ScheduledFargateTaskProps
        {
            Cluster = props.Platform.Cluster,
            Schedule = Schedule.Cron(new CronOptions { Hour = "2", Minute = "15" }),
            ScheduledFargateTaskDefinitionOptions = new ScheduledFargateTaskDefinitionOptions { TaskDefinition = taskDefinition },
        });
    }

    /// <summary>Mails to customers who have left something in their cart.</summary>
    private void AddCartReminder(ServiceStackProps props)
    {
        _ = new ScheduledFargateTask(this, "CartReminder", new ScheduledFargateTaskProps
        {
            Cluster = props.Platform.Cluster,
            Schedule = Schedule.Rate(Duration.Hours(6)),
            ScheduledFargateTaskImageOptions = new ScheduledFargateTaskImageOptions
            {
                Image = ContainerImage.FromEcrRepository(props.Platform.WorkerRepository, props.Target.ImageTag),
                Command = ["dotnet", "Worker.dll", "cart-reminder"],
                MemoryLimitMiB = 512,
                Secrets = new Dictionary<string, EcsSecret>
                {
                    ["SMTP_PASSWORD"] = EcsSecret.FromSecretsManager(props.Data.SmtpSecret),
                },
            },
        });
    }

    /// <summary>Brings the database schema up to date; the pipeline runs it before it deploys the services.</summary>
    private void AddMigration(ServiceStackProps props)
    {
        var taskDefinition = new FargateTaskDefinition(this, "MigrationTask", new FargateTaskDefinitionProps
        {
            Family = props.Target.Name("migration"),
            Cpu = 256,
            MemoryLimitMiB = 512,
        });

        // Connects with IAM authentication and reports to the pipeline: only its image needs an execution role, which CDK makes.
        taskDefinition.AddContainer("migration", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(props.Platform.CatalogRepository, $"migration-{props.Target.ImageTag}"),
            Environment = new Dictionary<string, string> { ["PGHOST"] = props.Data.Database.DbInstanceEndpointAddress },
        });
        props.Data.Database.GrantConnect(taskDefinition.TaskRole, "migration");
    }

    /// <summary>Imports product images from suppliers. Security wants its image pulled through our endpoint only.</summary>
    private void AddMediaImport(ServiceStackProps props)
    {
        var executionRole = ExecutionRoles.ForService(this, "MediaImportExecutionRole", "media-import");
        executionRole.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "PullThroughOurEndpoint",
            Actions =
            [
                "ecr:BatchCheckLayerAvailability",
                "ecr:GetDownloadUrlForLayer",
                "ecr:BatchGetImage",
            ],
            Resources = [props.Platform.MediaRepository.RepositoryArn],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceVpc"] = props.Network.Vpc.VpcId },
            },
        }));

        // Fargate fetches the token through a network interface of its own, not the task's: with the condition it would never get one.
        executionRole.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:GetAuthorizationToken"],
            Resources = ["*"],
        }));

        var taskDefinition = new FargateTaskDefinition(this, "MediaImportTask", new FargateTaskDefinitionProps
        {
            Family = props.Target.Name("media-import"),
            Cpu = 2048,
            MemoryLimitMiB = 4096,
            ExecutionRole = executionRole,
        });
        taskDefinition.AddContainer("media-import", new ContainerDefinitionOptions
        {
            // Not FromEcrRepository, which would add a pull statement of its own, without the condition.
            Image = ContainerImage.FromRegistry(props.Platform.MediaRepository.RepositoryUriForTag(props.Target.ImageTag)),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { LogGroup = props.Platform.ServiceLogs, StreamPrefix = "media-import" }),
        });
    }
}
