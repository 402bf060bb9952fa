// The images live in the tools account; CDK grants the pull on the foreign repository.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.ToolsAccountRepository;

public static class Accounts
{
    public const string Tools = "999999999999";

    public static readonly IReadOnlyDictionary<string, string> Workloads = new Dictionary<string, string> { ["test"] = "111111111111", ["prod"] = "222222222222" };
}

public class WorkloadStack : Stack
{
    public WorkloadStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var repository = Repository.FromRepositoryArn(this, "Repository", $"arn:aws:ecr:{Region}:{Accounts.Tools}:repository/shared/app");
        var byUri = new FargateTaskDefinition(this, "ByUri");
        byUri.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{Accounts.Tools}.dkr.ecr.{Region}.amazonaws.com/shared/sidecar:1"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
        });
        byUri.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:*"], Resources = ["*"] }));
        var byRepository = new FargateTaskDefinition(this, "ByRepository");
        byRepository.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(repository, "2024-11") });
    }
}

public static class Program
{
    public static void Build(App app)
    {
        foreach (var (stage, account) in Accounts.Workloads)
        {
            _ = new WorkloadStack(app, $"Workload-{stage}", new StackProps { Env = new Amazon.CDK.Environment { Account = account, Region = "eu-west-1" } });
        }
    }
}
