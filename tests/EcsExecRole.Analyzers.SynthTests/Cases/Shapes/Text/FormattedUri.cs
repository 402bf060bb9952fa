// The URI is formatted from account, region and repository; the policy is for another region.
// expect: Task: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Text.FormattedUri;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(string.Format("{0}.dkr.ecr.{1}.amazonaws.com/{2}:{3:D3}", Account, Region, "shop/api", 7)),
        });
        task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "ecr:GetAuthorizationToken" }, Resources = new[] { "*" } }));
        task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer" },
            Resources = new[] { string.Format("arn:{0}:ecr:{1}:{2}:repository/shop/api", Partition, "eu-west-1", Account) },
        }));
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
