// A secret added after the role was frozen is granted to nobody.
// expect: Task: missing secretsmanager:GetSecretValue
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.FrozenRoleLacksLater;

public class FrozenStack : Stack
{
    private readonly FargateTaskDefinition _task;

    public FrozenStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var repository = new Repository(this, "Repository");
        var logs = new LogGroup(this, "Logs");
        var token = new SM.Secret(this, "Token");
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        repository.GrantPull(role);
        logs.GrantWrite(role);
        token.GrantRead(role);
        _task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role.WithoutPolicyUpdates() });
        _task.AddContainer("crm", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(repository),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { LogGroup = logs, StreamPrefix = "crm" }),
            Secrets = new Dictionary<string, Secret> { ["TOKEN"] = Secret.FromSecretsManager(token) },
        });
        AddFeature("LICENSE", new SM.Secret(this, "License"));
    }

    private void AddFeature(string variable, SM.ISecret secret)
    {
        _task.DefaultContainer!.AddSecret(variable, Secret.FromSecretsManager(secret));
        secret.GrantRead(_task.ExecutionRole!);
    }
}

public static class Program
{
    public static void Build(App app) => new FrozenStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
