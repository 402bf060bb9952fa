// The role of a level-1 role by its ARN attribute.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.L1.RoleByNameAndRef;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new CfnRole(this, "Execution", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "sts:AssumeRole" }, Principals = new IPrincipal[] { new ServicePrincipal("ecs-tasks.amazonaws.com") } }) } }),
            ManagedPolicyArns = new[] { "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy" },
        });
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.AttrArn,
            ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4" } },
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
