// An aspect gives the managed policy to every execution role that it meets.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.AspectGivesPolicy;

public class ExecutionPolicyAspect : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
{
    public void Visit(IConstruct node)
    {
        if (node is TaskDefinition task)
        {
            task.ObtainExecutionRole().AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        }
    }
}

public class AspectStack : Stack
{
    public AspectStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        foreach (var name in new[] { "Web", "Api" })
        {
            var task = new FargateTaskDefinition(this, name);
            task.AddContainer("main", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/{name.ToLower()}") });
        }

        Aspects.Of(this).Add(new ExecutionPolicyAspect());
        Amazon.CDK.Tags.Of(this).Add("owner", "platform");
    }
}

public static class Program
{
    public static void Build(App app) => new AspectStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
