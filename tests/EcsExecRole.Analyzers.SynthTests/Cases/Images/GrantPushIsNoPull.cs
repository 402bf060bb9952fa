// Who may push may not pull.
// expect: Task: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.GrantPushIsNoPull;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var repository = new Repository(this, "Api");
        var task = new FargateTaskDefinition(this, "Task");
        repository.GrantPush(task.ObtainExecutionRole());
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUriForTag("1.4")) });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
