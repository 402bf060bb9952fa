using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.EcsPatterns;

/// <summary>Section 6 of the facts: each pattern makes a plain task definition.</summary>
public class EcsPatternTests
{
    private const string Write = "Allow logs:CreateLogStream, logs:PutLogEvents on ";
    private const string Read = "Allow secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on secretsmanager:secret:n-??????";
    private const string Secrets = "Secrets = new Dictionary<string, EcsSecret> { [\"K\"] = EcsSecret.FromSecretsManager(Secret.FromSecretNameV2(this, \"S\", \"n\")) }";

    /// <summary>Every pattern: its struct with the image (none where its own properties hold it), its container, whether it takes an execution role and EnableLogging.</summary>
    private static readonly (string Type, string Options, string Container, bool HasRole, bool HasEnableLogging)[] All =
    [
        ("ApplicationLoadBalancedFargateService", "TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions", "web", true, true),
        ("ApplicationLoadBalancedEc2Service", "TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions", "web", true, true),
        ("NetworkLoadBalancedFargateService", "TaskImageOptions = new NetworkLoadBalancedTaskImageOptions", "web", true, true),
        ("NetworkLoadBalancedEc2Service", "TaskImageOptions = new NetworkLoadBalancedTaskImageOptions", "web", true, true),
        ("ApplicationMultipleTargetGroupsFargateService", "TaskImageOptions = new ApplicationLoadBalancedTaskImageProps", "web", true, true),
        ("ApplicationMultipleTargetGroupsEc2Service", "TaskImageOptions = new ApplicationLoadBalancedTaskImageProps", "web", true, true),
        ("NetworkMultipleTargetGroupsFargateService", "TaskImageOptions = new NetworkLoadBalancedTaskImageProps", "web", true, true),
        ("NetworkMultipleTargetGroupsEc2Service", "TaskImageOptions = new NetworkLoadBalancedTaskImageProps", "web", true, true),
        ("QueueProcessingFargateService", "", "QueueProcessingContainer", false, true),
        ("QueueProcessingEc2Service", "", "QueueProcessingContainer", false, true),
        ("ScheduledFargateTask", "ScheduledFargateTaskImageOptions = new ScheduledFargateTaskImageOptions", "ScheduledContainer", false, false),
        ("ScheduledEc2Task", "ScheduledEc2TaskImageOptions = new ScheduledEc2TaskImageOptions", "ScheduledContainer", false, false),
    ];

    public static TheoryData<string> Patterns => [.. All.Select(p => p.Type)];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void MakesATaskDefinition(string pattern)
    {
        var (_, options, container, hasRole, hasEnableLogging) = All.Single(p => p.Type == pattern);
        var run = Make(pattern, options, $"Image = ContainerImage.FromRegistry(\"x\"), {Secrets}");
        Assert.Equal(pattern.Contains("Fargate") ? LaunchTypes.Fargate : LaunchTypes.Ec2, run.Definition.LaunchTypes);
        Assert.Equal($"{container}: image x\n{container}: log awslogs to ${{P}}\n{container}: secret K secretsmanager:secret:n of S", run.Needs);
        Assert.Equal($"{Write}logs:log-group:${{P}}:*\n{Read}", run.Role);

        if (hasEnableLogging)
        {
            var quiet = Make(pattern, options, "Image = ContainerImage.FromRegistry(\"x\"), EnableLogging = false");
            Assert.Equal((container + ": image x", "none"), (quiet.Needs, quiet.Role));
        }

        var own = Make(pattern, options, "Image = ContainerImage.FromRegistry(\"x\"), LogDriver = LogDrivers.JsonFile()" + (hasEnableLogging ? ", EnableLogging = false" : ""));
        Assert.Equal(container + ": image x\n" + container + ": log json-file", own.Needs);

        if (hasRole)
        {
            var given = Make(pattern, options, "Image = ContainerImage.FromRegistry(\"x\"), ExecutionRole = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") })");
            Assert.Equal("Role", given.ExecutionRole!.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void ExposesIt(string pattern)
    {
        var options = All.Single(p => p.Type == pattern).Options;
        const string Statement = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } })";
        var isService = pattern.EndsWith("Service", StringComparison.Ordinal);
        var run = Make(
            pattern, options, "Image = ContainerImage.FromRegistry(\"x\"), LogDriver = LogDrivers.JsonFile()",
            $"p.TaskDefinition.AddToExecutionRolePolicy({Statement});" + (isService ? $"p.Service.TaskDefinition.AddToExecutionRolePolicy({Statement}); p.TaskDefinition.DefaultContainer.AddToExecutionPolicy({Statement});" : ""));
        Assert.Equal(string.Join("\n", Enumerable.Repeat("Allow a:B on *", isService ? 3 : 1)), run.Role);
    }

    [Theory]
    [InlineData("new ApplicationLoadBalancedFargateService(this, \"P\", new ApplicationLoadBalancedFargateServiceProps { TaskDefinition = td });")]
    [InlineData("new NetworkMultipleTargetGroupsFargateService(this, \"P\", new NetworkMultipleTargetGroupsFargateServiceProps { TaskDefinition = td });")]
    [InlineData("new QueueProcessingFargateService(this, \"P\", new QueueProcessingFargateServiceProps { TaskDefinition = td });")]
    [InlineData("new ScheduledFargateTask(this, \"P\", new ScheduledFargateTaskProps { ScheduledFargateTaskDefinitionOptions = new ScheduledFargateTaskDefinitionOptions { TaskDefinition = td } });")]
    public void AddsNothingToATaskDefinitionGiven(string code)
    {
        var run = EcsRun.Fargate("td.AddContainer(\"app\", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(\"x\") });" + code);
        Assert.Equal(("app: image x", "none"), (run.Needs, run.Role));
    }

    [Theory]
    [InlineData("flag", "web: image x\nweb: log awslogs to ${P} when flag")]
    [InlineData("!flag", "web: image x\nweb: log awslogs to ${P} when not flag")]
    public void LogsWhereItIsEnabled(string enabled, string needs)
    {
        var run = EcsRun.Stack(
            $"new ApplicationLoadBalancedFargateService(this, \"P\", new ApplicationLoadBalancedFargateServiceProps {{ TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions {{ Image = ContainerImage.FromRegistry(\"x\"), EnableLogging = {enabled} }} }});",
            parameters: "bool flag");
        Assert.Equal(needs, run.Needs);
    }

    private static EcsRun Make(string pattern, string options, string properties, string after = "") => EcsRun.Stack(
        $"var p = new {pattern}(this, \"P\", new {pattern}Props {{ {(options.Length > 0 ? $"{options} {{ {properties} }}" : properties)} }}); {after}");
}
