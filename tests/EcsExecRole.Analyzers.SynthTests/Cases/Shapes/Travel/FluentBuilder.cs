// A builder collects secrets and rights and makes the task definition at the end.
// expect: Worker: missing secretsmanager:GetSecretValue
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Travel.FluentBuilder;

public sealed class TaskBuilder(Construct scope, string id)
{
    private readonly List<CfnTaskDefinition.SecretProperty> _secrets = [];
    private readonly List<PolicyStatement> _statements = [];

    public TaskBuilder WithSecret(string name, string arn)
    {
        _secrets.Add(new CfnTaskDefinition.SecretProperty { Name = name, ValueFrom = arn });
        return this;
    }

    public TaskBuilder Allowing(string action, string resource)
    {
        _statements.Add(new PolicyStatement(new PolicyStatementProps { Actions = [action], Resources = [resource] }));
        return this;
    }

    public CfnTaskDefinition Build()
    {
        var role = new Role(scope, id + "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        foreach (var statement in _statements)
        {
            role.AddToPolicy(statement);
        }

        return new CfnTaskDefinition(scope, id, new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = ["FARGATE"],
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "nginx", Secrets = _secrets.ToArray() },
            },
        });
    }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        const string Secret = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/key-a1B2c3";
        new TaskBuilder(this, "Api").WithSecret("KEY", Secret).Allowing("secretsmanager:GetSecretValue", Secret).Build();
        new TaskBuilder(this, "Worker").WithSecret("KEY", Secret).Build();
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
