using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>EER2001: the task definition needs an execution role and has none.</summary>
public class EER2001Tests
{
    private static string L1(string container, string launchType = "FARGATE", string task = "") => $$"""
        _ = {|#0:new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "{{launchType}}" },
            {{task}}
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", {{container}} },
            },
        })|};
        """;

    private const string Ecr = """Image = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/api",""";
    private const string AwsLogs = """Image = "nginx", LogConfiguration = new CfnTaskDefinition.LogConfigurationProperty { LogDriver = "awslogs", Options = new Dictionary<string, string> { ["awslogs-group"] = "/api" } },""";
    private const string Secrets = """Image = "nginx", Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "KEY", ValueFrom = "/api/key" } },""";
    private const string Firelens = """Image = "nginx", LogConfiguration = new CfnTaskDefinition.LogConfigurationProperty { LogDriver = "awsfirelens" },""";

    private static DiagnosticResult Expected => VerifyRules.Result(Descriptors.NoRole).WithLocation(0);

    [Fact]
    public Task EcrImageOnFargate() => VerifyRules.All(CdkSource.Stack(L1(Ecr)), Expected.WithMessage(
        "Task definition 'Task' has no execution role, but needs one for image '111111111111.dkr.ecr.eu-west-1.amazonaws.com/api' from a private ECR repository; Fargate requires task definition to have execution role ARN to support ECR images"));

    [Fact]
    public Task AwsLogsOnFargate() => VerifyRules.All(CdkSource.Stack(L1(AwsLogs)), Expected.WithMessage(
        "Task definition 'Task' has no execution role, but needs one for the awslogs log group '/api'; Fargate requires task definition to have execution role ARN to support log driver awslogs"));

    [Theory]
    [InlineData("FARGATE")]
    [InlineData("EC2")]
    [InlineData("EXTERNAL")]
    public Task SecretsEverywhere(string launchType) => VerifyRules.All(CdkSource.Stack(L1(Secrets, launchType)), Expected);

    [Theory]
    [InlineData(Ecr)]
    [InlineData(AwsLogs)]
    public Task OnEcsAnywhereAsOnFargate(string container) => VerifyRules.All(CdkSource.Stack(L1(container, "EXTERNAL")), Expected);

    [Theory]
    [InlineData(Ecr)]
    [InlineData(AwsLogs)]
    [InlineData(Firelens)]
    public Task OnEc2TheInstancesRoleDoesIt(string container) => VerifyRules.All(CdkSource.Stack(L1(container, "EC2").Replace("{|#0:", "").Replace("|}", "")));

    [Fact]
    public Task FirelensAloneIsASuggestion() => VerifyRules.All(CdkSource.Stack(L1(Firelens)), new DiagnosticResult(Descriptors.NoRoleId, DiagnosticSeverity.Info).WithLocation(0));

    [Fact]
    public Task PublicImage() => VerifyRules.All(CdkSource.Stack(L1("""Image = "nginx",""").Replace("{|#0:", "").Replace("|}", "")));

    [Fact]
    public Task L2WithAnImageByItsUri() => VerifyRules.All(CdkSource.Stack("""
        var task = {|#0:new FargateTaskDefinition(this, "Task")|};
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/api") });
        """), Expected);

    [Fact]
    public Task L2WithAGenericLogDriver() => VerifyRules.All(CdkSource.Stack("""
        var task = {|#0:new FargateTaskDefinition(this, "Task")|};
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = new GenericLogDriver(new GenericLogDriverProps { LogDriver = "awslogs", Options = new Dictionary<string, string> { ["awslogs-group"] = "/api" } }),
        });
        """), Expected);

    [Fact]
    public Task CdkMakesTheRoleWhereItGrantsSomething() => VerifyRules.Silent("""
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")) });
        """);

    [Fact]
    public Task OnlyInProduction() => VerifyRules.All(CdkSource.Library("bool isProduction", """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy") } });
        """ + L1(Ecr, task: "ExecutionRoleArn = isProduction ? null : role.RoleArn,")), Expected.WithMessage(
        "Task definition 'Task' has no execution role when isProduction, but needs one for image '111111111111.dkr.ecr.eu-west-1.amazonaws.com/api' from a private ECR repository; Fargate requires task definition to have execution role ARN to support ECR images"));

    [Fact]
    public Task AnUnknownRoleIsSilence() => VerifyRules.All(CdkSource.Library("string roleArn", L1(Ecr, task: "ExecutionRoleArn = roleArn,").Replace("{|#0:", "").Replace("|}", "")));
}
