// Fargate takes credential specs from S3 only.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.SSM;
using Amazon.CDK;
using Constructs;

namespace Cases.Files.CredentialSpecSsmOnFargate;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            CredentialSpecs = new CredentialSpec[] { DomainlessCredentialSpec.FromSsmParameter(StringParameter.FromStringParameterName(this, "Spec", "/gmsa/spec")) },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
