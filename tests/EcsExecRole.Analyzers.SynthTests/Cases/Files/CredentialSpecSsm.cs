// CDK grants nothing for a credential spec in Parameter Store.
// expect: Task: missing ssm:GetParameters
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.SSM;
using Amazon.CDK;
using Constructs;

namespace Cases.Files.CredentialSpecSsm;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new Ec2TaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            MemoryLimitMiB = 256,
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            CredentialSpecs = new CredentialSpec[] { DomainJoinedCredentialSpec.FromSsmParameter(StringParameter.FromStringParameterName(this, "Spec", "/gmsa/spec")) },
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
