// A helper for patterns grants on the execution role that the pattern's task definition made.
// expect: clean
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS.Patterns;

namespace Cases.Shapes.Tempting.ExecutionRoleOfPattern;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var service = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps
        {
            Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }),
            TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4") },
        });
        AllowPull(service.TaskDefinition);
        service.TaskDefinition.DefaultContainer!.AddEnvironment("STAGE", "test");
    }

    private void AllowPull(TaskDefinition definition)
    {
        if (definition.ExecutionRole is { } role)
        {
            Repository.FromRepositoryName(this, "Repository", "shop/api").GrantPull(role);
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
