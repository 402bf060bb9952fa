using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>What only newer versions of CDK have: level-1 resources that are task definitions, roles passed as references, roles that a run overrides.</summary>
public class NewerCdkTests
{
    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        """;

    private const string Image = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/api";

    private const string Secret = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf";

    private static string Express(string more = "") => $$"""
        {{Role}}
        {{more}}
        _ = new CfnExpressGatewayService(this, "Web", new CfnExpressGatewayServiceProps
        {
            InfrastructureRoleArn = "arn:aws:iam::111111111111:role/infrastructure",
            ExecutionRoleArn = role.RoleArn,
            PrimaryContainer = new CfnExpressGatewayService.ExpressGatewayContainerProperty
            {
                Image = {|EER1001:"{{Image}}"|},
                Secrets = new object[] { new CfnExpressGatewayService.SecretProperty { Name = "KEY", ValueFrom = {|EER1003:"{{Secret}}"|} } },
                AwsLogsConfiguration = {|EER1002:new CfnExpressGatewayService.ExpressGatewayServiceAwsLogsConfigurationProperty { LogGroup = "/ecs/web", LogStreamPrefix = "web" }|},
            },
        });
        """;

    [Fact]
    public Task ExpressServicesNeedWhatTheirContainerDoes() => Verify(Express());

    [Fact]
    public Task ExpressServicesGranted() => Verify(Unmarked(Express($$"""
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "secretsmanager:GetSecretValue" }, Resources = new[] { "{{Secret}}" } }));
        """)));

    [Fact]
    public Task DaemonsNeedWhatTheirContainersDo() => Verify(Role + $$"""
        _ = new CfnDaemonTaskDefinition(this, "Daemon", new CfnDaemonTaskDefinitionProps
        {
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[] { new CfnDaemonTaskDefinition.DaemonContainerDefinitionProperty { Name = "app", Image = {|EER1001:"{{Image}}"|} } },
        });
        """);

    [Fact]
    public Task ARoleIsTakenAsAReference() => Verify(Role + $$"""
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role,
            ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = {|EER1001:"{{Image}}"|} } },
        });
        """);

    private static string Target(string more = "", string mark = "{|EER1002:") => $$"""
        var cluster = Cluster.FromClusterArn(this, "Cluster", "arn:aws:ecs:eu-west-1:111111111111:cluster/shop");
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = {{mark}}LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }){{(mark.Length > 0 ? "|}" : "")}},
        });
        {{Role}}
        {{more}}
        _ = new Amazon.CDK.AWS.Events.Targets.EcsTask(new Amazon.CDK.AWS.Events.Targets.EcsTaskProps { Cluster = cluster, TaskDefinition = task, ExecutionRole = role });
        """;

    [Fact]
    public Task TheRoleThatARunIsGivenGetsNoGrants() => Verify(Target());

    [Fact]
    public Task TheRoleThatARunIsGivenMayHaveThem() =>
        Verify(Target("role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\"));", mark: ""));

    [Theory]
    [InlineData("", "{|EER1002:", "|}")]
    [InlineData("role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\"));", "", "")]
    public Task TheRoleThatAPipeGivesItsTarget(string more, string open, string close) => Verify($$"""
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = {{open}}LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }){{close}},
        });
        {{Role}}
        {{more}}
        _ = new Amazon.CDK.AWS.Pipes.CfnPipe(this, "Pipe", new Amazon.CDK.AWS.Pipes.CfnPipeProps
        {
            RoleArn = "arn:aws:iam::111111111111:role/pipe",
            Source = "arn:aws:sqs:eu-west-1:111111111111:work",
            Target = "arn:aws:ecs:eu-west-1:111111111111:cluster/shop",
            TargetParameters = new Amazon.CDK.AWS.Pipes.CfnPipe.PipeTargetParametersProperty
            {
                EcsTaskParameters = new Amazon.CDK.AWS.Pipes.CfnPipe.PipeTargetEcsTaskParametersProperty
                {
                    TaskDefinitionArn = task.TaskDefinitionArn,
                    Overrides = new Amazon.CDK.AWS.Pipes.CfnPipe.EcsTaskOverrideProperty { ExecutionRoleArn = role.RoleArn },
                },
            },
        });
        """, CdkReferences.Default);

    [Fact]
    public Task TheKeyOfEphemeralStorageIsFargatesOwn() => Verify("""
        _ = new Cluster(this, "Cluster", new ClusterProps { ManagedStorageConfiguration = new ManagedStorageConfiguration { FargateEphemeralStorageKmsKey = new Key(this, "Key") } });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { EphemeralStorageGiB = 100 });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }) });
        """);

    private static string Unmarked(string source) => System.Text.RegularExpressions.Regex.Replace(source, @"\{\|EER\d{4}:|\|\}", "");

    private static Task Verify(string body, string version = CdkReferences.Newest) =>
        VerifyRules.Run(CdkSource.Stack(body), [.. Descriptors.All.Where(d => d.DefaultSeverity != DiagnosticSeverity.Warning).Select(d => d.Id), Descriptors.AuditId, Descriptors.ReportId], version);
}
