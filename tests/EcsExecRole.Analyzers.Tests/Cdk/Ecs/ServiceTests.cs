using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ecs;

/// <summary>Services and what else takes a task definition.</summary>
public class ServiceTests
{
    private const string Write = "Allow logs:CreateLogStream, logs:PutLogEvents on ";
    private const string Setup = """
        var cluster = new Cluster(this, "Cluster");
        td.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("x") });
        """;

    private const string Connect = "new ServiceConnectProps { Namespace = \"n\", LogDriver = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = \"p\", LogGroup = LogGroup.FromLogGroupName(this, \"G\", \"/g\") }) }";

    [Theory]
    [InlineData("new FargateService(this, \"Svc\", new FargateServiceProps { Cluster = cluster, TaskDefinition = td, ServiceConnectConfiguration = " + Connect + " });")]
    [InlineData("new FargateService(this, \"Svc\", new FargateServiceProps { Cluster = cluster, TaskDefinition = td }).EnableServiceConnect(" + Connect + ");")]
    [InlineData("new Ec2Service(this, \"Svc\", new Ec2ServiceProps { Cluster = cluster, TaskDefinition = td, ServiceConnectConfiguration = " + Connect + " });")]
    public void ServiceConnectLogsWithTheExecutionRole(string service)
    {
        var run = EcsRun.Fargate(Setup + service);
        Assert.Equal(Write + "logs:log-group:/g:*", run.Role);
        Assert.Equal("app: image x\nService Connect proxy: log awslogs to /g", run.Needs);
    }

    [Fact]
    public void ServiceConnectThroughFirelensAddsNoRouter()
    {
        var run = EcsRun.Fargate(Setup + """
            new FargateService(this, "Svc", new FargateServiceProps
            {
                Cluster = cluster,
                TaskDefinition = td,
                ServiceConnectConfiguration = new ServiceConnectProps { LogDriver = LogDrivers.Firelens(new FireLensLogDriverProps { SecretOptions = new Dictionary<string, EcsSecret> { ["k"] = EcsSecret.FromSecretsManager(Secret.FromSecretNameV2(this, "S", "n")) } }) },
            });
            """);
        Assert.Equal("Allow secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on secretsmanager:secret:n-??????", run.Role);
        Assert.DoesNotContain("log-router", run.Needs);
    }

    [Theory]
    [InlineData("new FargateService(this, \"Svc\", new FargateServiceProps { Cluster = cluster, TaskDefinition = td, EnableExecuteCommand = true });")]
    [InlineData("new Amazon.CDK.AWS.Events.Rule(this, \"Rule\").AddTarget(new Amazon.CDK.AWS.Events.Targets.EcsTask(new Amazon.CDK.AWS.Events.Targets.EcsTaskProps { Cluster = cluster, TaskDefinition = td }));")]
    [InlineData("new Amazon.CDK.AWS.StepFunctions.Tasks.EcsRunTask(this, \"Run\", new Amazon.CDK.AWS.StepFunctions.Tasks.EcsRunTaskProps { Cluster = cluster, TaskDefinition = td, LaunchTarget = new Amazon.CDK.AWS.StepFunctions.Tasks.EcsFargateLaunchTarget() });")]
    [InlineData("td.GrantRun(td.TaskRole);")]
    [InlineData("td.AddVolume(new Amazon.CDK.AWS.ECS.Volume { Name = \"v\" });")]
    public void OthersGrantTheExecutionRoleNothing(string code)
    {
        var run = EcsRun.Fargate(Setup + "td.ObtainExecutionRole();" + code);
        Assert.Equal("", run.Role);
        Assert.Equal("app: image x", run.Needs);
    }

    [Fact]
    public void TaskDefinitionIsReachedThroughTheService()
    {
        var run = EcsRun.Fargate(Setup + "var svc = new FargateService(this, \"Svc\", new FargateServiceProps { Cluster = cluster, TaskDefinition = td }); svc.TaskDefinition.DefaultContainer.AddSecret(\"K\", EcsSecret.FromSecretsManager(Secret.FromSecretNameV2(this, \"S\", \"n\")));");
        Assert.Equal("app: image x\napp: secret K secretsmanager:secret:n of S", run.Needs);
    }
}
