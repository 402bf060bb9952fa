// The usual picture of an image: assigned in branches, by an own repository or by a URI, which then is granted.
// flags: REPOSITORY=own|shared|none
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Paths.ImageAssignedInBranches;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        ContainerImage image;
        var source = System.Environment.GetEnvironmentVariable("REPOSITORY");
        if (source == "own")
        {
            image = ContainerImage.FromEcrRepository(new Repository(this, "Repository"));
        }
        else if (source == "shared")
        {
            image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4");
            Repository.FromRepositoryName(this, "Shared", "shop/api").GrantPull(task.ObtainExecutionRole());
        }
        else
        {
            image = ContainerImage.FromRegistry("nginx");
        }

        task.AddContainer("app", new ContainerDefinitionOptions { Image = image });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
