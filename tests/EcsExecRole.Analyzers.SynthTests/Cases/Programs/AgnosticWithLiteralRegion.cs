// The statement names a region, the image the stack's; the deployment may be anywhere, so that nobody can tell.
// expect: Task: unknown ecr:BatchGetImage, ecr:GetDownloadUrlForLayer
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Programs.AgnosticWithLiteralRegion;

public class AgnosticStack : Stack
{
    public AgnosticStack(Construct scope, string id) : base(scope, id)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("sender", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/mail/sender:3"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "sender" }),
        });
        task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] }));
        task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"],
            Resources = [Arn.Format(new ArnComponents { Partition = "aws", Service = "ecr", Region = "us-east-1", Account = Account, Resource = "repository", ResourceName = "mail/*" }, this)],
        }));
    }
}

public static class Program
{
    public static void Build(App app) => _ = new AgnosticStack(app, "Service");
}
