// Services and their images come from a dictionary, and each repository is granted in the same turn of the loop.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.ForeachOverDictionary;

public class ServiceStack : Stack
{
    private static readonly Dictionary<string, string> Services = new()
    {
        ["Api"] = "shop/api",
        ["Worker"] = "shop/worker",
    };

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        foreach (var (id1, repository) in Services)
        {
            var task = new FargateTaskDefinition(this, id1);
            Repository.FromRepositoryName(this, id1 + "Repository", repository).GrantPull(task.ObtainExecutionRole());
            task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry($"111111111111.dkr.ecr.us-east-1.amazonaws.com/{repository}") });
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
