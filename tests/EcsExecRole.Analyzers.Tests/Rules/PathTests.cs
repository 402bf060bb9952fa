using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>Paths on which a permission seems to be missing, and on which no program ever is.</summary>
public class PathTests
{
    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        """;

    private const string Grant = """role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("AmazonEC2ContainerRegistryPullOnly"));""";

    private const string Add = """task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api") });""";

    [Fact]
    public Task TheGrantAsksForTheLengthOfWhatTheNeedLoopsOver() => Silent("string[] names", $$"""
        {{Role}}
        foreach (var name in names) { {{Add}} }
        if (names.Length > 0) { {{Grant}} }
        """);

    [Fact]
    public Task TheNeedAsksForAFlagOfTheMaskThatTheGrantTests() => Silent("AttributeTargets f", $$"""
        {{Role}}
        if ((f & AttributeTargets.Class) != 0) { {{Grant}} }
        if (f.HasFlag(AttributeTargets.Class)) { {{Add}} }
        """);

    [Fact]
    public Task ADerivedClassThatIsNotHereMayGrant() => VerifyRules.All(Incomplete("Configure(role);", "protected virtual void Configure(IRole role) { }"));

    [Fact]
    public Task ADerivedClassThatIsNotHereMayGrantToWhatItsBaseKeeps() =>
        VerifyRules.All(Incomplete("Role = role; Configure();", "protected IRole Role { get; private set; } protected abstract void Configure();"));

    [Fact]
    public Task ADerivedClassThatIsNotHereMayGiveTheRole() => VerifyRules.All(Incomplete(
        "task = new FargateTaskDefinition(this, \"Other\", new FargateTaskDefinitionProps { ExecutionRole = Given });",
        "protected abstract IRole Given { get; }"));

    private static Task Silent(string parameters, string body) => VerifyRules.All(CdkSource.Library(parameters, body));

    private static string Incomplete(string configure, string members) =>
        CdkSource.Library("int unused", $"{Role} {configure} {Add}", members).Replace("public class ServiceStack", "public abstract class ServiceStack", StringComparison.Ordinal);
}
