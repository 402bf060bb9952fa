// Trust by a helper with conditions against the confused deputy, and one of several principals.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.TrustThroughHelpers;

public static class Trust
{
    public static IPrincipal Tasks(Stack stack) => new ServicePrincipal("ecs-tasks.amazonaws.com").WithConditions(new Dictionary<string, object>
    {
        ["StringEquals"] = new Dictionary<string, string> { ["aws:SourceAccount"] = stack.Account },
        ["ArnLike"] = new Dictionary<string, string> { ["aws:SourceArn"] = $"arn:aws:ecs:{stack.Region}:{stack.Account}:*" },
    });

    public static IPrincipal Several(params string[] services)
    {
        var principals = services.Select(service => (IPrincipal)new ServicePrincipal(service)).ToArray();
        return new CompositePrincipal(principals);
    }
}

public class TrustStack : Stack
{
    public TrustStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var roles = new Dictionary<string, IPrincipal>
        {
            ["Guarded"] = Trust.Tasks(this),
            ["Composite"] = Trust.Several("ec2.amazonaws.com", "ecs-tasks.amazonaws.com"),
            ["Session"] = new SessionTagsPrincipal(new ServicePrincipal("ecs-tasks.amazonaws.com")),
        };
        foreach (var (name, principal) in roles)
        {
            var role = new Role(this, $"{name}Execution", new RoleProps { AssumedBy = principal });
            new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = role })
                .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, name + "Repository", "app")) });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new TrustStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
