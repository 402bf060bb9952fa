// WithoutPolicyUpdates drops what CDK would grant; the hand-written policy holds all of it.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.FrozenRoleCovers;

public static class ExecutionRoles
{
    public static IRole Frozen(Construct scope, IRepository repository, ILogGroup logs, IEnumerable<SM.ISecret> secrets)
    {
        var role = new Role(scope, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AttachInlinePolicy(new Policy(scope, "ExecutionPolicy", new PolicyProps
        {
            Statements =
            [
                new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] }),
                new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:BatchGet*", "ecr:GetDownload*"], Resources = [repository.RepositoryArn] }),
                new PolicyStatement(new PolicyStatementProps { Actions = ["logs:CreateLogStream", "logs:PutLogEvents"], Resources = [logs.LogGroupArn] }),
                new PolicyStatement(new PolicyStatementProps { Actions = ["secretsmanager:GetSecretValue"], Resources = secrets.Select(secret => secret.SecretFullArn ?? $"{secret.SecretArn}-??????").ToArray() }),
            ],
        }));
        return role.WithoutPolicyUpdates();
    }
}

public class FrozenStack : Stack
{
    public FrozenStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var repository = new Repository(this, "Repository");
        var logs = new LogGroup(this, "Logs");
        var secrets = new[]
        {
            SM.Secret.FromSecretNameV2(this, "Token", "crm/token"),
            SM.Secret.FromSecretCompleteArn(this, "Key", "arn:aws:secretsmanager:us-east-1:111111111111:secret:crm/key-a1B2c3"),
        };
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = ExecutionRoles.Frozen(this, repository, logs, secrets) });
        task.AddContainer("crm", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(repository),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { LogGroup = logs, StreamPrefix = "crm" }),
            Secrets = secrets.Select((secret, index) => KeyValuePair.Create($"SECRET_{index}", Secret.FromSecretsManager(secret))).ToDictionary(pair => pair.Key, pair => pair.Value),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new FrozenStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
