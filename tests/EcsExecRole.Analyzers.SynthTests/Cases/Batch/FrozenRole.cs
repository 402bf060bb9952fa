// An imported role that may not be written to: nobody sees what it has.
// expect: clean
using Amazon.CDK.AWS.Batch;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.Batch.FrozenRole;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        _ = new EcsJobDefinition(this, "Job", new EcsJobDefinitionProps
        {
            Container = new EcsFargateContainerDefinition(this, "Container", new EcsFargateContainerDefinitionProps
            {
                Image = Amazon.CDK.AWS.ECS.ContainerImage.FromEcrRepository(new Repository(this, "Api")),
                Cpu = 1,
                Memory = Size.Mebibytes(2048),
                ExecutionRole = Role.FromRoleArn(this, "Execution", "arn:aws:iam::111111111111:role/batch", new FromRoleArnOptions { Mutable = false }),
            }),
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
