// An aspect that visits containers grants what their environment file needs.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.AspectOnContainers;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            EnvironmentFiles = new EnvironmentFile[] { EnvironmentFile.FromBucket(Bucket.FromBucketName(this, "Config", "shop-config"), "app.env") },
        });
    }
}


public class Visitor : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
{
    public void Visit(IConstruct node)
    {
        if (node is ContainerDefinition container)
        {
            container.AddToExecutionPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject", "s3:GetBucketLocation" }, Resources = new[] { "arn:aws:s3:::shop-config", "arn:aws:s3:::shop-config/*" } }));
        }
    }
}

public static class Program
{
    public static void Build(App app)
    {
        _ = new ServiceStack(app, "Service", new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } });
        Aspects.Of(app).Add(new Visitor());
    }
}
