// The owned repository of another account: both sides are written.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.OwnedInOtherAccount;

public static class Program
{
    public static void Build(App app)
    {
        var registry = new Stack(app, "Registry", new StackProps { Env = new Amazon.CDK.Environment { Account = "222222222222", Region = "us-east-1" } });
        var repository = new Repository(registry, "Api", new RepositoryProps { RepositoryName = "shop-api" });
        var service = new Stack(app, "Service", new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } });
        var task = new FargateTaskDefinition(service, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(repository) });
    }
}
