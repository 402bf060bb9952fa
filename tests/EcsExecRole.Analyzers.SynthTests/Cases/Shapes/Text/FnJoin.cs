// A public image put together by Fn.Join, and a private one by Fn.Sub, which nothing allows to pull.
// expect: Private: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Text.FnJoin;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        Add("Public", Fn.Join("", new[] { "ghcr.io/shop/api:", Fn.Ref("AWS::StackName") }));
        Add("Private", Fn.Sub("${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/shop/api"));

        void Add(string name, string image) => new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = role })
            .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
