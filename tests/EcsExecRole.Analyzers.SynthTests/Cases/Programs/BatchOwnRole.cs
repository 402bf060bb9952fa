// The platform's own role on a Batch job: CDK grants the image but not Batch's default log.
// expect: Nightly: missing logs:CreateLogStream, logs:PutLogEvents
using Amazon.CDK;
using Amazon.CDK.AWS.Batch;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.BatchOwnRole;

public class BatchStack : Stack
{
    public BatchStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var repository = new Amazon.CDK.AWS.ECR.Repository(this, "Repository");
        Definition("Hourly", repository, null);
        Definition("Nightly", repository, new Role(this, "Execution", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            Description = "Pulls the batch images",
        }));
    }

    private EcsJobDefinition Definition(string id, Amazon.CDK.AWS.ECR.IRepository repository, IRole? role) => new(this, id, new EcsJobDefinitionProps
    {
        RetryAttempts = 2,
        Container = new EcsFargateContainerDefinition(this, id + "Container", new EcsFargateContainerDefinitionProps
        {
            Image = ContainerImage.FromEcrRepository(repository, "latest"),
            Cpu = 0.25,
            Memory = Size.Mebibytes(512),
            ExecutionRole = role,
            Command = ["dotnet", "Batch.dll", id],
        }),
    });
}

public static class Program
{
    public static void Build(App app) => new BatchStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
