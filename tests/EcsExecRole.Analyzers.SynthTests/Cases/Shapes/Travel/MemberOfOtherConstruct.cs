// Roles come from a construct held in a field; the application role got the permissions of the execution role.
// expect: Task: missing secretsmanager:GetSecretValue
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.MemberOfOtherConstruct;

public class Roles : Construct
{
    public Roles(Construct scope, string id) : base(scope, id)
    {
        Execution = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        Application = new Role(this, "Application", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        Application.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "secretsmanager:GetSecretValue" },
            Resources = new[] { "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/key-a1B2c3" },
        }));
    }

    public Role Execution { get; }

    public Role Application { get; }
}

public class ServiceStack : Stack
{
    private readonly Roles _roles;

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        _roles = new Roles(this, "Roles");
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = _roles.Execution.RoleArn,
            TaskRoleArn = _roles.Application.RoleArn,
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "KEY", ValueFrom = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/key-a1B2c3" } },
                },
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
