// A repository policy that names the role's account leaves the decision to the role.
// expect: Task: missing ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Images.RepositoryPolicyAllowsAccount;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var repository = new Repository(this, "Repository");
        repository.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = new IPrincipal[] { new AccountRootPrincipal() },
            Actions = new[] { "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer" },
        }));
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(repository.RepositoryUri),
        });
        AuthorizationToken.GrantRead(task.ObtainExecutionRole());
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service");
}
