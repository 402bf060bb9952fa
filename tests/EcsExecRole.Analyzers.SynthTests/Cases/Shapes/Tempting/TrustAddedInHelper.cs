// The role is made for Lambda; a helper adds ECS to its trust policy later.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Tempting.TrustAddedInHelper;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")) });
        TrustEcs(role);
    }

    private static void TrustEcs(Role role) => role.AssumeRolePolicy!.AddStatements(new PolicyStatement(new PolicyStatementProps
    {
        Actions = new[] { "sts:AssumeRole" },
        Principals = new[] { new ServicePrincipal("ecs-tasks.amazonaws.com") },
    }));
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
