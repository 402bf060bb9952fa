// The principals come out of a list; ECS is one of them.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Tempting.CompositePrincipalFromList;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var services = new[] { "ec2", "ecs-tasks" };
        var role = new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new CompositePrincipal([.. services.Select(service => new ServicePrincipal($"{service}.amazonaws.com"))]),
        });
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
