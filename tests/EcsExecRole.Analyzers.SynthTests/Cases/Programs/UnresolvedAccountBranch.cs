// The helper asks whether the account is known, and writes the URI or takes a public image.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.Programs.UnresolvedAccountBranch;

public static class Images
{
    public static ContainerImage For(Stack stack, string name) => Token.IsUnresolved(stack.Account)
        ? ContainerImage.FromRegistry("public.ecr.aws/docker/library/busybox:stable")
        : ContainerImage.FromEcrRepository(Repository.FromRepositoryName(stack, name + "Repository", name));
}

public class BranchStack : Stack
{
    public BranchStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("main", new ContainerDefinitionOptions { Image = Images.For(this, "main"), Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "main" }) });
        if (!Token.IsUnresolved(Region))
        {
            task.AddContainer("side", new ContainerDefinitionOptions { Image = Images.For(this, "side"), Essential = false });
        }
    }
}

public static class Program
{
    public static void Build(App app)
    {
        _ = new BranchStack(app, "Anywhere");
        _ = new BranchStack(app, "Here", new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } });
    }
}
