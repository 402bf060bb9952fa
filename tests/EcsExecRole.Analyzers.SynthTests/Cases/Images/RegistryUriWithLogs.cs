// The log driver makes CDK create a role, and that role cannot pull.
// expect: Task: missing ecr:BatchGetImage, ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.Images.RegistryUriWithLogs;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id) : base(scope, id)
    {
        var repository = new Repository(this, "Repository");
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(repository.RepositoryUriForTag("latest")),
            Logging = new AwsLogDriver(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
