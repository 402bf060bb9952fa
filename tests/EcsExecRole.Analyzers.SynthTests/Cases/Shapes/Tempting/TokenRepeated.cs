// A useless token statement on repository ARNs, then the right one, both from one helper.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Tempting.TokenRepeated;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        const string Repositories = "arn:aws:ecr:us-east-1:111111111111:repository/*";
        var task = new FargateTaskDefinition(this, "Task");
        foreach (var (resource, actions) in new Dictionary<string, string[]>
        {
            [Repositories] = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:GetAuthorizationToken"],
            ["*"] = ["ecr:GetAuthorizationToken"],
        })
        {
            task.AddToExecutionRolePolicy(Statement(resource, actions));
        }

        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
    }

    private static PolicyStatement Statement(string resource, params string[] actions)
    {
        var statement = new PolicyStatement(new PolicyStatementProps { Effect = Effect.ALLOW });
        statement.AddActions(actions);
        statement.AddResources(resource);
        return statement;
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
