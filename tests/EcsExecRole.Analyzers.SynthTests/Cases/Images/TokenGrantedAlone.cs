// The token of its own, and the repository's actions without it.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.TokenGrantedAlone;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var repository = Repository.FromRepositoryName(this, "Api", "shop/api");
        var task = new FargateTaskDefinition(this, "Task");
        repository.Grant(task.ObtainExecutionRole(), "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");
        AuthorizationToken.GrantRead(task.ObtainExecutionRole());
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
