// An environment-agnostic stack: pseudo parameters in the URI, FormatArn and Fn.Sub in the statements.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.AgnosticArns;

public class AgnosticStack : Stack
{
    public AgnosticStack(Construct scope, string id) : base(scope, id)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = [FormatArn(new ArnComponents { Service = "ecr", Resource = "repository", ResourceName = "mail/sender" })],
        }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = [$"arn:{Aws.PARTITION}:logs:{Aws.REGION}:{Aws.ACCOUNT_ID}:log-group:/mail/*"],
        }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ssm:GetParameters"],
            Resources = [Fn.Sub("arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/mail/*")],
        }));
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role.WithoutPolicyUpdates() });
        task.AddContainer("sender", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{Aws.ACCOUNT_ID}.dkr.ecr.{Aws.REGION}.{Aws.URL_SUFFIX}/mail/sender:3"),
            Logging = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string> { ["awslogs-group"] = "/mail/sender", ["awslogs-region"] = Aws.REGION, ["awslogs-stream-prefix"] = "sender" },
            }),
            Secrets = new Dictionary<string, Secret>
            {
                ["HOST"] = Secret.FromSsmParameter(Amazon.CDK.AWS.SSM.StringParameter.FromStringParameterName(this, "Host", "/mail/host")),
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => _ = new AgnosticStack(app, "Service");
}
