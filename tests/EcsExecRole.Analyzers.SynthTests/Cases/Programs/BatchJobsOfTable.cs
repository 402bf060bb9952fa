// Batch jobs out of a table, with secrets, own logs and a role of the platform's for all.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.Batch;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.BatchJobsOfTable;

public class BatchStack : Stack
{
    private readonly Dictionary<string, (int Memory, string[] Secrets)> _jobs = new()
    {
        ["import"] = (1024, ["partner/ftp"]),
        ["export"] = (2048, ["partner/ftp", "partner/pgp"]),
        ["clean"] = (512, []),
    };

    public BatchStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var logs = new LogGroup(this, "Logs", new LogGroupProps { LogGroupName = "/acme/batch" });
        foreach (var (name, (memory, secrets)) in _jobs)
        {
            _ = new EcsJobDefinition(this, name, new EcsJobDefinitionProps
            {
                JobDefinitionName = name,
                Container = new EcsFargateContainerDefinition(this, $"{name}-container", new EcsFargateContainerDefinitionProps
                {
                    Image = ContainerImage.FromEcrRepository(Amazon.CDK.AWS.ECR.Repository.FromRepositoryName(this, $"{name}-repository", $"batch/{name}")),
                    Cpu = 1,
                    Memory = Size.Mebibytes(memory * 2),
                    ExecutionRole = role,
                    Logging = LogDriver.AwsLogs(new AwsLogDriverProps { LogGroup = logs, StreamPrefix = name }),
                    Secrets = secrets.ToDictionary(
                        path => path.Replace('/', '_').ToUpperInvariant(),
                        path => Amazon.CDK.AWS.Batch.Secret.FromSecretsManager(SM.Secret.FromSecretNameV2(this, $"{name}-{path}", path))),
                }),
            });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new BatchStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
