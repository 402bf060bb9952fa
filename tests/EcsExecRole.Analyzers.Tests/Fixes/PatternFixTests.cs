using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>The patterns of <c>Amazon.CDK.AWS.ECS.Patterns</c>, which make task definition and container themselves.</summary>
public class PatternFixTests
{
    private const string Usings = "using Amazon.CDK.AWS.EC2;\nusing Amazon.CDK.AWS.ECS.Patterns;\n";

    private const string Head = """
        var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc") });
        var repository = new Repository(this, "Repository");

        """;

    private static string Service(string declaration, string options, string creation = "new", string end = "") => $$"""
        {{declaration}} = {{creation}} ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps
        {
            Cluster = cluster,
            TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { {{options}} },
        }){{end}};
        """;

    private const string Image = "Image = ContainerImage.FromRegistry(repository.RepositoryUri)";

    private const string MarkedImage = "Image = {|EER1001:ContainerImage.FromRegistry(repository.RepositoryUri)|}";

    private static string Stack(string body) => Usings + CdkSource.Stack(VerifyFix.Indented(body));

    private const string Role = """
        var executionRole = new Role(this, "WebExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        });

        """;

    [Fact]
    public Task RoleOfTheImageOptions() => VerifyFix.Program<EER2001ExecutionRoleFix>(
        Stack(Head + Service("_", $"{Image}, EnableLogging = false", "{|EER2001:new", "|}")),
        Stack(Head + Role + "repository.GrantPull(executionRole);\n" + Service("_", $"{Image}, EnableLogging = false, ExecutionRole = executionRole")));

    [Fact]
    public Task RoleThatThePatternIsGiven() => VerifyFix.Program<EER1001ImageFix>(
        Stack(Head + Role + Service("var service", $"{MarkedImage}, ExecutionRole = executionRole")),
        Stack(Head + Role + Service("var service", $"{Image}, ExecutionRole = executionRole") + "\nrepository.GrantPull(executionRole);"));

    [Fact]
    public Task RoleThatThePatternMakes() => VerifyFix.Program<EER1001ImageFix>(
        Stack(Head + Service("var service", MarkedImage)),
        Stack(Head + Service("var service", Image) + "\nrepository.GrantPull(service.TaskDefinition.ObtainExecutionRole());"));

    [Fact]
    public Task DiscardedPatternGetsAName() => VerifyFix.Program<EER1001ImageFix>(
        Stack(Head + Service("_", MarkedImage)),
        Stack(Head + Service("var webService", Image) + "\nrepository.GrantPull(webService.TaskDefinition.ObtainExecutionRole());"));

    [Fact]
    public Task PatternInAField() => VerifyFix.Program<EER1001ImageFix>(
        Usings + CdkSource.Stack(VerifyFix.Indented(Head + Service("_service", MarkedImage)), "private readonly ApplicationLoadBalancedFargateService _service;"),
        Usings + CdkSource.Stack(VerifyFix.Indented(Head + Service("_service", Image) + "\nrepository.GrantPull(_service.TaskDefinition.ObtainExecutionRole());"), "private readonly ApplicationLoadBalancedFargateService _service;"));
}
