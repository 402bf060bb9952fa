// Names with tokens in them: the statement and what is asked for hold the same ones.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.TokensInNames;

public class TokenStack : Stack
{
    public TokenStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var stage = new CfnParameter(this, "Stage", new CfnParameterProps { Type = "String", Default = "test" });
        var prefix = Fn.Join("/", [stage.ValueAsString, "mail"]);
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = [$"arn:aws:ecr:{Region}:{Account}:repository/{prefix}/*"],
        }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = [$"arn:aws:logs:{Region}:{Account}:log-group:/{prefix}/*"],
        }));
        _ = new LogGroup(this, "Logs", new LogGroupProps { LogGroupName = $"/{prefix}/sender" });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role, Family = $"{stage.ValueAsString}-mail" });
        task.AddContainer("sender", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/{prefix}/sender:1"),
            Logging = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string> { ["awslogs-group"] = $"/{prefix}/sender", ["awslogs-region"] = Region, ["awslogs-stream-prefix"] = "sender" },
            }),
            Secrets = new Dictionary<string, Secret> { ["SMTP"] = Secret.FromSecretsManager(SM.Secret.FromSecretNameV2(this, "Smtp", $"{prefix}/smtp"), "password") },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new TokenStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
