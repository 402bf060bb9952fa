// Scheduled tasks out of a list of records; assets and secrets are CDK's business.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Amazon.CDK.AWS.Events;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.ScheduledJobs;

public sealed record Job(string Name, string Cron, bool NeedsDatabase = false);

public class JobsStack : Stack
{
    public JobsStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });
        var database = SM.Secret.FromSecretNameV2(this, "Database", "jobs/database");
        var directory = System.IO.Directory.CreateTempSubdirectory().FullName;
        System.IO.File.WriteAllText(System.IO.Path.Combine(directory, "Dockerfile"), "FROM scratch");
        var jobs = new List<Job> { new("cleanup", "0 3 * * ? *"), new("export", "0 4 * * ? *", NeedsDatabase: true), new("mail", "0 5 * * ? *", true) };
        jobs.ForEach(job => new ScheduledFargateTask(this, job.Name, new ScheduledFargateTaskProps
        {
            Cluster = cluster,
            Schedule = Amazon.CDK.AWS.ApplicationAutoScaling.Schedule.Expression($"cron({job.Cron})"),
            ScheduledFargateTaskImageOptions = new ScheduledFargateTaskImageOptions
            {
                Image = ContainerImage.FromAsset(directory),
                Command = [job.Name],
                Secrets = job.NeedsDatabase ? new Dictionary<string, Secret> { ["DB"] = Secret.FromSecretsManager(database, "url") } : null,
            },
        }));
    }
}

public static class Program
{
    public static void Build(App app) => new JobsStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
