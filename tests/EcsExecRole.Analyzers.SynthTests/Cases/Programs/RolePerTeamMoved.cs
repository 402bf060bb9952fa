// A service moved to another team, its repository did not.
// expect: offers: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.RolePerTeamMoved;

public sealed record Service(string Name, string Team, string Repository);

public class TeamsStack : Stack
{
    public TeamsStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        Service[] services = [new("cart", "sales", "sales/cart"), new("offers", "marketing", "sales/offers"), new("mail", "marketing", "marketing/mail")];
        foreach (var team in services.ToLookup(service => service.Team))
        {
            var role = new Role(this, team.Key, new RoleProps
            {
                AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
                InlinePolicies = new Dictionary<string, PolicyDocument>
                {
                    ["pull"] = new(new PolicyDocumentProps
                    {
                        AssignSids = true,
                        Statements =
                        [
                            new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] }),
                            new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Resources = [$"arn:aws:ecr:*:{Account}:repository/{team.Key}/*"] }),
                        ],
                    }),
                },
            });
            foreach (var service in team)
            {
                new FargateTaskDefinition(this, service.Name, new FargateTaskDefinitionProps { ExecutionRole = role })
                    .AddContainer("main", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/{service.Repository}") });
            }
        }
    }
}

public static class Program
{
    public static void Build(App app) => new TeamsStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
