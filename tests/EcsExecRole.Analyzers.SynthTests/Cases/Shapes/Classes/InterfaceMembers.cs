// The rights come from whichever strategy the stack was given.
// expect: Worker/Task: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.InterfaceMembers;

public interface IAccess
{
    void Grant(Role role);

    string Token => "ecr:GetAuthorizationToken";
}

public sealed class FullAccess : IAccess
{
    public void Grant(Role role) => role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
}

public sealed class TokenOnly : IAccess
{
    void IAccess.Grant(Role role) => role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
    {
        Actions = new[] { ((IAccess)this).Token },
        Resources = new[] { "*" },
    }));
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IAccess access, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        access.Grant(role);
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
    }
}

public static class Program
{
    public static void Build(App app)
    {
        var props = new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } };
        _ = new ServiceStack(app, "Api", new FullAccess(), props);
        _ = new ServiceStack(app, "Worker", new TokenOnly(), props);
    }
}
